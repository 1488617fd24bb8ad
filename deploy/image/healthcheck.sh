#!/bin/bash
# HEALTHCHECK of every image: ready is healthy; the answer, which names what is missing, is what `docker inspect` shows.
# By bash alone: a Node process every few seconds would cost more than the service at rest.
exec 3<> "/dev/tcp/127.0.0.1/${PORT:-8080}" || exit 1
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 status <&3
sed '1,/^\r*$/d' <&3
[[ $status == *' 200 '* ]]
