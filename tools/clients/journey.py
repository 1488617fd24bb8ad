"""A small journey by the client that openapi-generator made of the document, as anybody's program would: python3 journey.py URL OPERATOR ANALYST"""
import json
import sys

import dataos_client

url, *keys = sys.argv[1:]
question = "SELECT passenger_id, email FROM crm.public.passengers WHERE passenger_id < 20 ORDER BY passenger_id"


def connect(key):
    return dataos_client.ApiClient(dataos_client.Configuration(host=url, api_key={"apikey": key}))


def ask(client):
    trino = dataos_client.TrinoApi(client)
    rows, page = [], trino.minerva_gateway_submit(question)
    while True:
        if page.error is not None:
            return {"error": page.error.message}
        rows += page.data or []
        if page.next_uri is None:
            return {"rows": rows}
        stage, *path = page.next_uri.split("/v1/statement/")[1].split("/")
        page = (trino.minerva_gateway_queued_page if stage == "queued" else trino.minerva_gateway_page)(*path)


def refused(call):
    try:
        call()
        return None
    except dataos_client.ApiException as problem:
        return {"status": problem.status, "code": json.loads(problem.body)["code"]}


operator, analyst = (connect(key) for key in keys)
heimdall = dataos_client.HeimdallApi(operator)
print(json.dumps({
    "answers": [ask(operator), ask(analyst)],
    "users": [user.id for user in heimdall.heimdall_list_users()],
    "policies": [policy.name for policy in heimdall.heimdall_list_policies()],
    "resources": [resource.name for resource in dataos_client.ResourcesApi(operator).poros_list_resources("bundle")],
    "nobody": refused(lambda: dataos_client.HeimdallApi(connect("made-up")).heimdall_list_users()),
}, default=str))
