#!/bin/bash
# mongod insists on a key file that is its own and that nobody else may read, which a mounted secret is not.
set -euo pipefail
install -m 400 /run/secrets/mongodb_keyfile /tmp/keyfile
exec docker-entrypoint.sh mongod --replSet rs0 --keyFile /tmp/keyfile --bind_ip_all
