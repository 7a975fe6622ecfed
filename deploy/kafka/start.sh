#!/bin/bash
# Gives an empty folder its format, with the administrator's password in it, and starts Kafka.
set -euo pipefail
bin=/opt/kafka/bin
configuration=/etc/prakat/server.properties
if [ ! -e /var/lib/kafka/data/log/meta.properties ]; then
  "$bin/kafka-storage.sh" format --config "$configuration" --cluster-id "$("$bin/kafka-storage.sh" random-uuid)" \
    --add-scram "SCRAM-SHA-512=[name=admin,password=$(cat /run/secrets/kafka_admin)]"
fi
exec "$bin/kafka-server-start.sh" "$configuration"
