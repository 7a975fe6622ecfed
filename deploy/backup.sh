#!/bin/bash
# backup.sh FOLDER: all documents, then all files, the passwords and .env, into a folder that is made for it. Prakat may run meanwhile.
set -euo pipefail
umask 077
mkdir -p "$1"
folder=$(cd "$1" && pwd)
[ -z "$(ls -A "$folder")" ] || { echo "$folder is not empty" >&2; exit 1; }
cd "$(dirname "$0")/.."
docker compose exec -T mongodb sh -c \
  'mongodump --quiet --archive --gzip --oplog -u root -p "$(cat /run/secrets/mongodb_root)"' > "$folder/documents.gz"
docker compose run --rm -T --no-deps --user "$(id -u):$(id -g)" -v "$folder:/backup" --entrypoint /bin/bash object-store-preparation \
  /etc/prakat/files.sh save
cp -r deploy/secrets "$folder/"
if [ -e .env ]; then cp .env "$folder/"; fi
