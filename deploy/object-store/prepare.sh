#!/bin/bash
# Makes the buckets, and for each service that deals with files a key that opens what it needs. Runs before the services start, and
# may run again: then it sets keys and rights as they are to be now.
set -euo pipefail
secret() { cat "/run/secrets/object_store_$1"; }
MC_HOST_store="http://root:$(secret root)@object-store:9000"
export MC_HOST_store

for bucket in prakat-incoming prakat-published prakat-archive; do
  mc mb --ignore-existing "store/$bucket"
done
for service in request-service approval-service publishing-service; do
  mc admin policy create store "$service" "/etc/prakat/$service.json"
  mc admin user add store "$service" "$(secret "$service")"
  # Attaching what is attached already is an error to mc.
  if ! mc admin user info store "$service" --json | grep -q "policyName.*$service"; then
    mc admin policy attach store "$service" --user "$service"
  fi
done
