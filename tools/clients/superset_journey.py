"""What people do with Apache Superset, through its own REST API, in a Superset that nobody changed. Prints one JSON object.

superset_journey.py HOME PORT '{"olivia": KEY, "amir": KEY, "otto": KEY}'
"""
import io
import json
import logging
import os
import subprocess
import sys
import threading
import time

home, port, keys = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
config = os.path.join(home, "superset_config.py")
with open(config, "w") as file:
    file.write(f"""
SECRET_KEY = "a-key-for-one-journey-and-no-longer-than-that"
SQLALCHEMY_DATABASE_URI = "sqlite:///{home}/superset.db"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
RATELIMIT_ENABLED = False
FEATURE_FLAGS = {{"ESTIMATE_QUERY_COST": True}}
""")
os.environ.update(SUPERSET_CONFIG_PATH=config, SUPERSET_HOME=home, FLASK_APP="superset")
for command in (["db", "upgrade"], ["init"]):
    subprocess.run([os.path.join(os.path.dirname(sys.executable), "superset"), *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
logging.disable(logging.CRITICAL)

from superset.app import create_app  # noqa: E402

app = create_app()
with app.app_context():
    security = app.appbuilder.sm
    for name in ("admin", "amir"):
        security.add_user(name, name, name, f"{name}@example.org", security.find_role("Admin"), password=name)


def session(name):
    answer = app.test_client().post("/api/v1/security/login", json={"username": name, "password": name, "provider": "db"})
    return {"Authorization": "Bearer " + answer.get_json()["access_token"]}


def call(method, path, body=None, as_who=None, **more):
    answer = getattr(app.test_client(), method)("/api/v1/" + path, headers=as_who or admin, **({} if body is None else {"json": body}), **more)
    return answer.status_code, answer.get_json(silent=True) or {}


def message(answer):
    status, body = answer
    errors = body.get("errors") or [{"message": body.get("message")}]
    return [status, errors[0]["message"]]


def uri(user, catalog="crm", key=None):
    return f"trino://{user}:{key or keys[user]}@127.0.0.1:{port}/{catalog}?allow_insecure_auth=true"


def connect(name, user, as_who=None, catalog="crm", **more):
    extra = {"allow_multi_catalog": True, "cost_estimate_enabled": True, "schemas_allowed_for_file_upload": ["mine"]}
    body = {"database_name": name, "sqlalchemy_uri": uri(user, catalog), "expose_in_sqllab": True, "allow_ctas": True, "allow_cvas": True, "allow_dml": True, "allow_file_upload": True, "extra": json.dumps(extra), **more}
    return call("post", "database/", body, as_who)[1]["id"]


def sql(database, text, as_who=None, **more):
    body = {"database_id": database, "sql": text, "catalog": "crm", "schema": "public", "runAsync": False, "client_id": os.urandom(5).hex(), "queryLimit": 100, **more}
    return call("post", "sqllab/execute/", body, as_who)


def rows(answer):
    return [list(row.values()) for row in answer[1]["data"]] if answer[0] == 200 else message(answer)


def types(answer):
    return [[column["name"], column["type"]] for column in answer[1].get("columns", [])]


def dataset(database, table, **more):
    return call("post", "dataset/", {"database": database, "catalog": "crm", "schema": "public", "table_name": table, **more})[1]["id"]


def chart(source, **more):
    query = {"columns": [], "metrics": ["count"], "filters": [], "extras": {"having": "", "where": ""}, "orderby": [], "row_limit": 5, **more}
    answer = call("post", "chart/data", {"datasource": {"id": source, "type": "table"}, "force": True, "queries": [query], "result_format": "json", "result_type": "full"})
    return rows((200, answer[1]["result"][0])) if answer[0] == 200 else message(answer)


def by_grain(source, column, grain):
    axis = {"timeGrain": grain, "columnType": "BASE_AXIS", "sqlExpression": column, "label": "moment", "expressionType": "SQL"}
    return chart(source, columns=[axis], extras={"time_grain_sqla": grain, "having": "", "where": ""}, row_limit=100)


def stopped(database, text):
    """A query that somebody stops: what became of it, and whether that was soon."""
    client, told = os.urandom(5).hex(), []
    asking = threading.Thread(target=lambda: told.append(sql(database, text, client_id=client)))
    asking.start()
    time.sleep(3)
    began = time.time()
    status = call("post", "query/stop", {"client_id": client})[0]
    asking.join(60)
    soon = bool(told) and time.time() - began < 20
    condition = text.split(" WHERE ")[1]
    state = rows(sql(database, f"SELECT state FROM system.runtime.queries WHERE query LIKE '%{condition}%' AND query NOT LIKE '%runtime.queries%'"))
    return [status, state[0][0] if state else None, soon]


admin = session("admin")
out = {}
out["test"] = [call("post", "database/test_connection/", {"sqlalchemy_uri": uri("olivia", key=key), "extra": "{}"})[0] for key in (None, "wrong")]
olivia, amir, otto = [connect(name, name) for name in ("olivia", "amir", "otto")]
out["catalogs"] = sorted(call("get", f"database/{olivia}/catalogs/")[1]["result"])
out["schemas"] = {catalog: sorted(call("get", f"database/{olivia}/schemas/?q=(catalog:{catalog})")[1]["result"]) for catalog in ("crm", "flights", "system")}


def listed(database, catalog, schema):
    found = call("get", f"database/{database}/tables/?q=(catalog_name:{catalog},schema_name:{schema},force:!t)")[1]["result"]
    return sorted([one["type"], one["value"]] for one in found)


out["tables"] = {name: listed(database, "crm", "public") for name, database in (("olivia", olivia), ("amir", amir), ("otto", otto))}
at = "?name=passengers&schema=public&catalog=crm"
table = call("get", f"database/{olivia}/table_metadata/{at}")[1]
out["columns"] = sorted([column["name"], column["type"]] for column in table["columns"])
out["indexes"] = table["indexes"]
out["star"] = table["selectStar"].split("FROM")[1].split()
out["extra"] = call("get", f"database/{olivia}/table_metadata/extra/{at}")
out["otto"] = message(call("get", f"database/{otto}/table_metadata/{at}"))
out["functions"] = [name for name in call("get", f"database/{olivia}/function_names/")[1]["function_names"] if name in ("date_trunc", "approx_percentile")]

people = "SELECT first_name, email, card_number, birth_date, home_state FROM passengers ORDER BY passenger_id"
out["people"] = {name: rows(sql(database, people))[:2] for name, database in (("olivia", olivia), ("amir", amir), ("otto", otto))}
kinds = sql(olivia, "SELECT 1 AS i, DATE '2024-01-01' AS d, TIMESTAMP '2024-01-01 10:00:00.123' AS t, TRUE AS b, CAST(1.25 AS decimal(10,2)) AS x, 0.5e0 AS f, CAST(NULL AS varchar) AS n, ARRAY[1, 2] AS a")
out["types"], out["values"] = types(kinds), rows(kinds)
out["limited"] = len(rows(sql(olivia, "SELECT passenger_id FROM passengers")))
out["errors"] = [message(sql(olivia, text)) for text in ("SELECT nothing\n FROM passengers", "SELECT *\n FROM nowhere", "SELECT 1,\n nosuch(1)", "SELECT 1 / 0", "EXPLAIN SELECT 1")]
out["estimate"] = message(call("post", "sqllab/estimate/", {"database_id": olivia, "sql": people, "catalog": "crm", "schema": "public", "template_params": {}}))
out["stopped"] = stopped(olivia, "SELECT sum(a.passenger_id * b.passenger_id) AS s FROM passengers a CROSS JOIN passengers b WHERE a.email < b.email")

flights = dataset(olivia, "some flights", sql="SELECT TIMESTAMP '2024-01-02 03:04:58.25' AS moment, DATE '2024-01-31' AS day UNION ALL SELECT TIMESTAMP '2024-03-31 17:59:31' AS moment, DATE '2024-03-31' AS day")
passengers = dataset(olivia, "passengers")
masked = dataset(amir, "passengers as amir", sql="SELECT * FROM passengers")
grains = ["PT1S", "PT5S", "PT30S", "PT1M", "PT5M", "PT10M", "PT15M", "PT0.5H", "PT1H", "PT6H", "P1D", "P1W", "P1M", "P3M", "P1Y", "1969-12-28T00:00:00Z/P1W", "1969-12-29T00:00:00Z/P1W", "P1W/1970-01-03T00:00:00Z", "P1W/1970-01-04T00:00:00Z"]
with app.app_context():
    from superset.db_engine_specs.trino import TrinoEngineSpec
    every = [grain for grain in TrinoEngineSpec.get_time_grain_expressions() if grain]
out["grains"] = {grain: by_grain(flights, "moment", grain) for grain in every}
out["grains of days"] = {grain: by_grain(flights, "day", grain) for grain in ("P1D", "P1M", "PT5M")}
many = {
    "columns": ["home_state"], "orderby": [["count", False]], "granularity": "birth_date", "time_range": "1930-01-01 : 1980-01-01",
    "filters": [{"col": "home_state", "op": "IN", "val": ["CA", "NY"]}, {"col": "email", "op": "ILIKE", "val": "%EXAMPLE%"}, {"col": "first_name", "op": "NOT IN", "val": ["O'Brien"]}, {"col": "tier", "op": "IS NOT NULL"}],
    "metrics": ["count", {"expressionType": "SQL", "sqlExpression": "approx_percentile(passenger_id, 0.9)", "label": "p90"}, {"expressionType": "SIMPLE", "column": {"column_name": "email"}, "aggregate": "COUNT_DISTINCT", "label": "d"}],
    "extras": {"where": "(tier LIKE 's%')", "having": "(COUNT(*) > 1)"},
}
out["chart"] = chart(passengers, **many)
out["series"] = len(chart(passengers, columns=["home_state"], series_columns=["home_state"], series_limit=2, granularity="birth_date", is_timeseries=True, extras={"time_grain_sqla": "P1Y", "having": "", "where": ""}, row_limit=1000))
out["counted"] = [chart(passengers), chart(masked)]
out["charted"] = chart(masked, columns=["home_state", "card_number"], row_limit=1)
out["choices"] = sorted(call("get", f"datasource/table/{passengers}/column/tier/values/")[1]["result"])
out["refreshed"] = call("put", f"dataset/{passengers}/refresh")[0]

theirs = session("amir")
shared = connect("as whoever looks", "olivia", theirs, impersonate_user=True)
out["impersonated"] = rows(sql(shared, "SELECT current_user AS u, count(*) AS n, count(DISTINCT home_state) AS s, max(length(email)) AS l FROM passengers", theirs))

lake = connect("lake", "olivia", catalog="lake", force_ctas_schema="mine")
inside = {"catalog": "lake", "schema": "mine"}
out["made"] = [sql(lake, "CREATE SCHEMA lake.mine", **inside)[0], *[sql(lake, "SELECT 1 AS a, 'x' AS b", select_as_cta=True, ctas_method=kind.upper(), tmp_table_name=f"made_{kind}", **inside)[0] for kind in ("table", "view")]]
out["upload"] = call("post", f"database/{lake}/upload/", data={"type": "csv", "file": (io.BytesIO(b"n,word\n1,one\n2,it's two\n"), "words.csv"), "table_name": "words", "schema": "mine", "already_exists": "fail"}, content_type="multipart/form-data")
out["inside"] = [listed(lake, "lake", "mine"), rows(sql(lake, "SELECT a, b FROM made_view UNION ALL SELECT a, b FROM made_table", **inside)), rows(sql(lake, "SELECT * FROM words ORDER BY n", **inside))]
out["definition"] = call("get", f"database/{lake}/table_metadata/extra/?name=made_view&schema=mine&catalog=lake")
print(json.dumps(out, default=str))
