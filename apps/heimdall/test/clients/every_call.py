"""Makes every Heimdall, data-policy and asset-tag call of the installed dataos-sdk-py, unmodified, against a running platform.

usage: every_call.py URL USER APIKEY   prints one JSON line a call: {"call", "outcome": "ok" | name of the exception, "detail", "value"}
"""
import json
import sys
import typing

import pydantic.fields
import requests

# The asset tag module asks pydantic 2 for a name that only pydantic 1 had; without it the module cannot be loaded at all.
pydantic.fields.Optional = typing.Optional

from asset_tags_service.asset_tags_service_client import AssetTagsServiceClientBuilder
from asset_tags_service.models.asset_tag_assign_request import AssetTagAssignRequest
from asset_tags_service.models.asset_tag_remove_request import AssetTagRemoveRequest
from asset_tags_service.models.bulk_asset_tag_request import BulkAssetTagRequest
from heimdall.heimdall_client import HeimdallClientBuilder
from heimdall.models import data_policy_models as dp
from heimdall.models import datapolicy as dt
from heimdall.models import heimdall_models as m
from heimdall.models import masks

url, me, key = sys.argv[1:4]
api = HeimdallClientBuilder().set_base_url(url + "/heimdall").set_apikey(key).build()
tags = AssetTagsServiceClientBuilder().set_base_url(url + "/ats").set_apikey(key).build().asset_tags_api


def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    if hasattr(value, "model_dump"):
        return value.model_dump()
    if hasattr(value, "status_code"):
        return {"status": value.status_code}
    return value


def call(name, make):
    try:
        value = make()
        print(json.dumps({"call": name, "outcome": "ok", "value": plain(value)}, default=str))
        return value
    except Exception as error:
        print(json.dumps({"call": name, "outcome": type(error).__name__, "detail": str(error)}))
        return None


def by_hand(method, path, body, apikey=None):
    """What the client cannot say because it sends nested bodies as forms."""
    answer = requests.request(method, url + path, json=body, headers={"apikey": apikey or key}, timeout=30)
    if not answer.ok:
        print(json.dumps({"call": "by hand " + path, "outcome": str(answer.status_code), "detail": answer.text}))
        return {}
    return answer.json() if answer.content else {}


# Users, tags and tokens.
user = m.UserRequest(user_id="pia", id="pia", name="Pia", email="pia@air.example", type="person", properties=[m.KeyValue(key="home", value="CA")])
call("create_user", lambda: api.user_api.create_user(user))
call("list_users", lambda: api.user_api.list_users())
call("list_users_v2", lambda: api.user_api.list_users_v2())
call("list_filtered_users", lambda: api.user_api.list_filtered_users(m.Search(tag="users:id:pia")))
call("get_user", lambda: api.user_api.get_user("pia"))
call("update_user", lambda: api.user_api.update_user("pia", m.UserRequest(name="Pia P.", email="pia@air.example", type="person")))
call("create_role", lambda: api.roles_api.create_role(m.Role(id="pilot", name="Pilot")))
call("list_roles", lambda: api.roles_api.list_roles())
call("get_role_by_id", lambda: api.roles_api.get_role_by_id("pilot"))
call("get_role_changes", lambda: api.roles_api.get_role_changes("pilot"))
call("create_tag_namespace", lambda: api.tags_api.create_tag_namespace(m.TagNamespace(name="crew", glob="crew:**", type="subject")))
call("list_tag_namespaces", lambda: api.tags_api.list_tag_namespaces())
call("get_tag_namespace", lambda: api.tags_api.get_tag_namespace("crew"))
call("upsert_user_tags", lambda: api.tags_api.upsert_user_tags(m.UserTagsRequest(user_id="pia", tags=["roles:id:pilot", "crew:a"])))
call("get_tags_within_namespace", lambda: api.tags_api.get_tags_within_namespace("crew"))
call("list_tags", lambda: api.tags_api.list_tags())
call("list_tag_groups", lambda: api.tags_api.list_tag_groups())
call("get_user_tags", lambda: api.tags_api.get_user_tags("pia"))
call("delete_specific_user_tag", lambda: api.tags_api.delete_specific_user_tag("pia", "crew:a"))
call("list_user_changes", lambda: api.user_api.list_user_changes("pia"))
laptop = m.TokenRequest(name="laptop", type="apikey", duration="1h")
token = call("create_user_token", lambda: api.tokens_api.create_user_token("pia", laptop))
pias_key = (token.data or {}).get("apikey") if token else None
call("list_user_tokens", lambda: api.tokens_api.list_user_tokens("pia"))
call("get_user_token", lambda: api.tokens_api.get_user_token("pia", "laptop"))
mine = call("create_user_token for oneself", lambda: api.tokens_api.create_user_token(me, laptop))
call("retrieve_token_by_value", lambda: api.tokens_api.retrieve_token_by_value((mine.data or {}).get("apikey")))
call("retrieve_token_by_name", lambda: api.tokens_api.retrieve_token_by_name("laptop"))
call("rotate_token", lambda: api.tokens_api.rotate_token(m.RotateTokenRequest(token=(mine.data or {}).get("apikey"), user_id=me, duration="1h")))
call("delete_token_by_name", lambda: api.tokens_api.delete_token_by_name("laptop"))

# Policies: the client sends them as forms, which cannot carry lists of lists; they are refused, and made by hand.
policy = m.Policy(name="pilots-read", allow=True, predicates=["read"], subjects=m.Subjects(tags=[["roles:id:pilot"]]), objects=m.Objects(paths=["dataos://planes:**"]))
call("create_policy", lambda: api.policy_api.create_policy(policy))
call("update_policy", lambda: api.policy_api.update_policy("pilots-read", policy))
by_hand("PUT", "/heimdall/api/v1/policies/pilots-read", {"policy": {"access": {"subjects": {"tags": [["roles:id:pilot"]]}, "predicates": ["read"], "objects": {"paths": ["dataos://planes:**"]}, "allow": True}}})
call("list_policies", lambda: api.policy_api.list_policies())
call("list_policies_v2", lambda: api.policy_api.list_policies_v2())
call("get_policy", lambda: api.policy_api.get_policy("pilots-read"))
context = m.AuthorizationRequestContext(predicate="read", object=m.ContextObject(paths=["dataos://planes:x/y"]))
call("authorize_user", lambda: api.authorize_api.authorize_user(m.UserIdAuthorizationRequest(user_id="pia", context=context)))
call("authorize", lambda: api.authorize_api.authorize(m.AuthorizationRequest(token=key)))
call("authorize refused", lambda: api.authorize_api.authorize(m.AuthorizationRequest(token=pias_key, context=m.AuthorizationRequestContext(predicate="fly", object=m.ContextObject(paths=["dataos://planes:x/y"])))))
call("authorize_batch", lambda: api.authorize_api.authorize_batch(m.AuthorizationRequestBatch(token=key, contexts={"a": context})))
call("delete_policy", lambda: api.policy_api.delete_policy("pilots-read"))

# Providers, atoms, grants and requests.
provider = m.PolicyEnforcementProvider(id="tower", name="Tower", authorization_atoms=[m.AuthorizationAtom(id="land", predicate="land", paths=["/tower/${runway}"])])
call("create_policy_provider", lambda: api.policy_enforcement_provider_api.create_policy_provider(provider))
by_hand("POST", "/heimdall/api/v1/policy-provider", {"id": "tower", "name": "Tower", "authorization_atoms": [{"id": "land", "predicate": "land", "paths": ["/tower/${runway}"]}]})
call("list_providers", lambda: api.policy_enforcement_provider_api.list_providers())
call("get_provider", lambda: api.policy_enforcement_provider_api.get_provider("tower"))
call("list_authorization_atoms", lambda: api.authorize_api.list_authorization_atoms())
call("get_authorization_atom", lambda: api.authorize_api.get_authorization_atom("land"))
wanted = m.PolicyUseCaseGrantRequest(policy_use_case_id="may-land", subjects=["roles:id:pilot"], values=m.MapMapSliceValues({"land": [{"runway": "north"}]}))
by_hand("POST", "/heimdall/api/v1/use-cases", {"id": "may-land", "authorization_atoms": ["land"]})
call("create_grant", lambda: api.policy_use_case_grants_api.create_grant(wanted))
body = {"policy_use_case_id": "may-land", "subjects": ["roles:id:pilot", "users:id:pia"], "values": {"land": [{"runway": "north"}]}}
grant = by_hand("POST", "/heimdall/api/v1/grants", body).get("id", "none")
call("list_grants", lambda: api.policy_use_case_grants_api.list_grants())
call("get_grant", lambda: api.policy_use_case_grants_api.get_grant(grant))
call("list_grants_by_subject", lambda: api.policy_use_case_grants_api.list_grants_by_subject("roles:id:pilot"))
call("get_grant_changes", lambda: api.policy_use_case_grants_api.get_grant_changes(grant))
call("delete_grant_tag", lambda: api.policy_use_case_grants_api.delete_grant_tag(grant, "users:id:pia"))
call("delete_grant", lambda: api.policy_use_case_grants_api.delete_grant(grant))
requests_api = api.policy_use_case_grant_requests_api
call("create_grant_request", lambda: requests_api.create_grant_request(wanted))
asked = [by_hand("POST", "/heimdall/api/v1/grant-requests", {**body, "subjects": ["users:id:pia"]}, pias_key).get("id", "none") for _ in range(2)]
call("list_grant_requests", lambda: requests_api.list_grant_requests())
call("get_grant_request", lambda: requests_api.get_grant_request(asked[0]))
call("approve_grant_request", lambda: requests_api.approve_grant_request(asked[0]))
call("reject_grant_request", lambda: requests_api.reject_grant_request(asked[1]))
call("delete_grant_request", lambda: requests_api.delete_grant_request(asked[1]))

# Secrets and collections.
call("create_secret", lambda: api.secret_api.create_secret(m.Secret(id="locker", data=[m.SecretEntry(key="pin", base64Value="MTIzNA==")])))
by_hand("PUT", "/heimdall/api/v1/policies/locker-read", {"policy": {"access": {"subjects": {"tags": ["users:id:" + me]}, "predicates": ["read"], "objects": {"paths": ["secret://locker"]}, "allow": True}}})
call("list_secrets", lambda: api.secret_api.list_secrets())
call("get_secret", lambda: api.secret_api.get_secret("locker"))
call("delete_secret", lambda: api.secret_api.delete_secret("locker"))
by_hand("DELETE", "/heimdall/api/v1/policies/locker-read", None)
call("list_collections", lambda: api.collection_api.list_collections())
call("get_collection", lambda: api.collection_api.get_collection("default"))
call("create_collection", lambda: api.collection_api.create_collection(m.Collection(name="other")))
call("delete_collection", lambda: api.collection_api.delete_collection("other"))

# Data policies: nested bodies again.
mask = dp.DataPolicy(name="hide-mail", type="mask", priority=50, dataset_id="crm.public.passengers", selector=dp.Selector(user=dp.UserSelector(match="any", tags=["roles:id:pilot"]), column=dp.ColumnSelector(names=["email"])), mask=masks.Mask(operator="hash", hash=masks.MaskHash(algo="sha256")))
call("create_data_policy", lambda: api.data_policy_api.create_data_policy(mask))
call("update_data_policy", lambda: api.data_policy_api.update_data_policy("hide-mail", mask))
by_hand("PUT", "/heimdall/dp/api/v1/policies/hide-mail", json.loads(mask.model_dump_json()))
call("list_data_policies", lambda: api.data_policy_api.list_data_policies())
call("get_data_policy", lambda: api.data_policy_api.get_data_policy("hide-mail"))
call("list_dataset_policies", lambda: api.data_policy_api.list_dataset_policies("crm.public.passengers"))
call("make_data_policy_decision", lambda: api.data_policy_api.make_data_policy_decision(dt.Table(id="crm.public.passengers", columns=[dt.Column(name="email", data_type="varchar")])))
call("delete_data_policy", lambda: api.data_policy_api.delete_data_policy("hide-mail"))

# Asset tags.
asset = "crm.public.passengers.email"
call("assign_tag_to_asset", lambda: tags.assign_tag_to_asset(AssetTagAssignRequest(assetType="column", assetFqn=asset, tagFqn="PII.Seat", groupId="Seat")))
call("assign_and_remove_in_bulk", lambda: tags.assign_and_remove_in_bulk(BulkAssetTagRequest(assign=[AssetTagAssignRequest(assetType="column", assetFqn=asset, tagFqn="PII.Row", groupId="Seat")], remove=[AssetTagRemoveRequest(assetFqn=asset, tagFqn="PII.None")])))
call("get_asset_tags_by_asset_fqn", lambda: tags.get_asset_tags_by_asset_fqn(asset))
call("get_asset_tags_by_group_id", lambda: tags.get_asset_tags_by_group_id("Seat"))
call("get_asset_tags", lambda: tags.get_asset_tags("Seat"))
call("delete_tag_asset_mapping", lambda: tags.delete_tag_asset_mapping(asset, "PII.Row"))
call("delete_tag_asset_mapping again", lambda: tags.delete_tag_asset_mapping(asset, "PII.Seat"))

# What takes away comes last.
call("delete_provider in use", lambda: api.policy_enforcement_provider_api.delete_provider("tower"))
by_hand("DELETE", "/heimdall/api/v1/grants/" + next((one["id"] for one in by_hand("GET", "/heimdall/api/v1/grants", None) if one["policy_use_case_id"] == "may-land"), "none"), None)
by_hand("DELETE", "/heimdall/api/v1/use-cases/may-land", None)
call("delete_provider", lambda: api.policy_enforcement_provider_api.delete_provider("tower"))
call("delete_user_token", lambda: api.tokens_api.delete_user_token("pia", "laptop"))
call("delete_user_tags", lambda: api.tags_api.delete_user_tags("pia"))
call("delete_tag_namespace", lambda: api.tags_api.delete_tag_namespace("crew"))
call("delete_role", lambda: api.roles_api.delete_role("pilot"))
call("delete_user", lambda: api.user_api.delete_user("pia"))
