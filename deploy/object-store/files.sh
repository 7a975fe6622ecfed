#!/bin/bash
# Copies all files to the folder /backup (save), or from there (bring). backup.sh and restore.sh run it.
set -euo pipefail
MC_HOST_store="http://root:$(cat /run/secrets/object_store_root)@object-store:9000"
export MC_HOST_store MC_CONFIG_DIR=/tmp/mc

for bucket in incoming published archive; do
  case $1 in
    save) mkdir "/backup/$bucket"; mc mirror --quiet "store/prakat-$bucket" "/backup/$bucket" ;;
    bring) mc mirror --quiet "/backup/$bucket" "store/prakat-$bucket" ;;
  esac
done
