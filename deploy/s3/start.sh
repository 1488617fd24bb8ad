#!/bin/sh
# Starts the S3-compatible store of the profile s3 with the key made for this installation. A bucket is a
# folder below /objects/buckets, its objects are files there.
set -eu
umask 077
mkdir -p /objects/buckets/air /objects/meta
ROOT_ACCESS_KEY=$(cat /secrets/access-key)
ROOT_SECRET_KEY=$(cat /secrets/secret-key)
export ROOT_ACCESS_KEY ROOT_SECRET_KEY
exec versitygw --port :7070 --health /health --quiet posix --sidecar /objects/meta /objects/buckets
