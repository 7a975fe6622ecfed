#!/bin/bash
# roll.sh SERVICE...: replaces a service's containers by containers of the image that is there now, one after the other. A new one
# answers before an old one is stopped. The gateway needs a free port for it: PRAKAT_PORT as a range.
set -euo pipefail
cd "$(dirname "$0")/.."
for service in "$@"; do
  old=$(docker compose ps -q "$service")
  more=$(($(wc -w <<< "$old") + 1))
  for container in $old; do
    docker compose up -d --no-deps --no-recreate --no-build --wait --scale "$service=$more" "$service"
    docker stop "$container"
    docker rm -v "$container"
  done
done
