"""Signs in as OAuth2Authentication does, with a handler that prints where to go."""
import json
import sys

import trino
from trino.auth import OAuth2Authentication

host, port = sys.argv[1:3]
connection = trino.dbapi.connect(host=host, port=int(port), http_scheme="https", auth=OAuth2Authentication(redirect_auth_url_handler=lambda url: print(url)))
cursor = connection.cursor()
cursor.execute("SELECT 1, current_user")
print(json.dumps(cursor.fetchall()))
