#!/bin/sh
# The steps of the Dockerfile that are longer than a line. install: what the pruned lock file names, without what only editors read.
# gather TO: the built workspaces that the pruned lock file names.
set -eu
case $1 in
  install)
    shift
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error "$@"
    find . -path '*/node_modules/*' -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' -not -iname 'licen[cs]e*' \) -delete
    ;;
  gather)
    for manifest in $(cd /pruned && find apps libs -name package.json); do
      folder=${manifest%/package.json}
      mkdir -p "$2/$folder"
      cp -r "$folder/package.json" "$folder/dist" "$2/$folder/"
    done
    ;;
esac
