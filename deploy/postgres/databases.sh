#!/bin/sh
# One database and one role of the same name per file in /secrets/roles, which holds the role's password. Runs on every start:
# what is there stays. A role may connect to its own database and to no other.
set -eu
PGPASSWORD=$(cat /secrets/superuser)
export PGPASSWORD
run() { psql -X -q -v ON_ERROR_STOP=1 -d postgres "$@"; }

for file in /secrets/roles/*; do
  # psql quotes both; the password is read from the file, so that it never is an argument.
  name=$(basename "$file")
  run -v name="$name" <<SQL
\set password \`cat '$file'\`
SET log_statement = 'none';
SELECT format('CREATE ROLE %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
SELECT format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L', :'name', :'password') \gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
SELECT format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', :'name') \gexec
SQL
done
run -c 'REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC'
echo "databases: $(cd /secrets/roles && echo *)"
