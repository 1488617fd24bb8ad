#!/bin/sh
# save: every volume as one tar stream on standard output. load: the same from standard input, into empty volumes.
set -eu
cd /volumes
case ${1:-} in
  save) tar --numeric-owner --sort=name -cf - . ;;
  load)
    for volume in *; do
      if [ -n "$(ls -A "$volume")" ]; then echo "the volume $volume is not empty: restore goes into an empty installation" >&2; exit 1; fi
    done
    tar --numeric-owner -xpf - ;;
  *) echo 'usage: save | load' >&2; exit 2 ;;
esac
