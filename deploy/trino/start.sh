#!/bin/sh
# Starts Trino with the catalog crm. Its password is a file, so the settings that hold it are written to memory when the container starts.
set -eu
umask 077
cp -r /etc/trino /tmp/trino
cat >/tmp/trino/catalog/crm.properties <<CATALOG
connector.name=postgresql
connection-url=jdbc:postgresql://postgres:5432/crm
connection-user=crm
connection-password=$(cat /secrets/crm-password)
CATALOG
exec /usr/lib/trino/bin/launcher run --etc-dir /tmp/trino
