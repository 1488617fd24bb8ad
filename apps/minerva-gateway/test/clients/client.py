"""What people do with Trino's Python client and SQLAlchemy's inspector. Prints one JSON object."""
import json
import sys
import warnings

import sqlalchemy
import trino
from sqlalchemy.engine import create_engine

warnings.filterwarnings("ignore")
host, port, key, user = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]


auth = trino.auth.BasicAuthentication(user, key)


def connect(**more):
    return trino.dbapi.connect(host=host, port=port, user=user, auth=auth, http_scheme="https", catalog="crm", schema="public", **more)


def run(sql, params=None, **more):
    cursor = connect(**more).cursor()
    cursor.execute(sql, params)
    return cursor.fetchall()


def failure(sql):
    try:
        run(sql)
    except trino.exceptions.TrinoQueryError as error:
        return [error.error_name, error.error_code, error.error_type]
    return None


out = {}
out["types"] = [str(value) for value in run("SELECT id, name, birth_date, spent, score, active, seen FROM passengers WHERE id = 2")[0]]
out["description"] = None
out["zoned"] = [str(value) for value in run("SELECT current_timezone(), from_unixtime(0), CAST(birth_date AS timestamp with time zone), seen FROM passengers WHERE id = 2", timezone="Europe/Berlin")[0]]
cursor = connect().cursor()
cursor.execute("SELECT id, spent, seen FROM passengers LIMIT 1")
cursor.fetchall()
out["description"] = [[column.name, column.type_code] for column in cursor.description]
out["paged"] = len(run("SELECT p.id, f.flight FROM passengers p CROSS JOIN (SELECT DISTINCT flight FROM flights.air.flights) f"))
out["parameters"] = run("SELECT id FROM passengers WHERE id IN (?, ?) AND name = ? ORDER BY 1 LIMIT ?", (2, 4, "P4", 5))
out["legacy"] = run("SELECT id FROM passengers WHERE id = ?", (6,), legacy_prepared_statements=True)
out["errors"] = [failure("SELECT * FROM nothing_here"), failure("SELECT nothing FROM passengers"), failure("SELEC"), failure("SELECT 1/0")]
connection = connect(isolation_level=trino.transaction.IsolationLevel.READ_UNCOMMITTED)
cursor = connection.cursor()
cursor.execute("SELECT count(*) FROM passengers")
out["transaction"] = cursor.fetchall()
connection.commit()
slow = connect().cursor()
slow.execute("SELECT a.flight FROM flights.air.flights a, flights.air.flights b")
slow.fetchone()
slow.cancel()
out["cancelled"] = True

engine = create_engine(f"trino://{user}@{host}:{port}/crm/public", connect_args={"auth": auth, "http_scheme": "https"})
inspector = sqlalchemy.inspect(engine)
out["schemas"] = sorted(inspector.get_schema_names())
out["tables"] = sorted(inspector.get_table_names(schema="public"))
out["views"] = inspector.get_view_names(schema="public")
out["has"] = [inspector.has_table("passengers", schema="public"), inspector.has_table("absent", schema="public")]
out["columns"] = [[column["name"], str(column["type"])] for column in inspector.get_columns("passengers", schema="public")][:4]
out["comment"] = inspector.get_table_comment("passengers", schema="public")
out["pk"] = inspector.get_pk_constraint("passengers", schema="public")
try:
    out["indexes"] = inspector.get_indexes("passengers", schema="public")
except Exception as error:  # hidden $partitions tables are refused; the client must be told so cleanly
    out["indexes"] = type(error).__name__
with engine.connect() as opened:
    out["bound"] = [list(row) for row in opened.execute(sqlalchemy.text("SELECT id, spent FROM passengers WHERE id = :id"), {"id": 8}).fetchall()]
    table = sqlalchemy.Table("passengers", sqlalchemy.MetaData(schema="public"), autoload_with=engine)
    out["reflected"] = opened.execute(sqlalchemy.select(sqlalchemy.func.count()).select_from(table).where(table.c.id <= 10)).scalar()
print(json.dumps(out, default=str))
