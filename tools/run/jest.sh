#!/bin/sh
# Runs the tests below the given paths under the pinned Node, with a real PostgreSQL that stays up between runs.
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
exec node "$root/tools/run/with-node24.mjs" "$root/tools/run/jest.ts" "$@"
