#!/bin/bash
# restore.sh FOLDER: brings back what backup.sh has put there, and starts Prakat. For a machine on which it does not run; .env and the
# passwords that are here already stay as they are.
set -euo pipefail
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
[ -e deploy/secrets ] || cp -r "$folder/secrets" deploy/
[ -e .env ] || [ ! -e "$folder/.env" ] || cp "$folder/.env" .
if [ -n "$(docker compose ps -q request-service approval-service publishing-service expiry-service gateway-service)" ]; then
  echo "Prakat runs here: docker compose down" >&2
  exit 1
fi
docker compose up -d --wait --no-build kafka mongodb object-store
for job in kafka mongodb object-store; do docker compose run --rm -T --no-deps "$job-preparation"; done
docker compose exec -T mongodb sh -c \
  'mongorestore --quiet --archive --gzip --oplogReplay --drop -u root -p "$(cat /run/secrets/mongodb_root)"' < "$folder/documents.gz"
docker compose run --rm -T --no-deps --user "$(id -u):$(id -g)" -v "$folder:/backup:ro" --entrypoint /bin/bash object-store-preparation \
  /etc/prakat/files.sh bring
docker compose up -d --wait --no-build
