#!/bin/bash
# Makes the secrets that are missing in deploy/secrets, and leaves those that are there. Only you may look into the folder; the
# files in it are readable, because the services read them under users of their own.
set -euo pipefail
folder=${1:-$(dirname "$0")/secrets}
services='request-service approval-service publishing-service expiry-service gateway-service'
mkdir -p "$folder"
chmod 700 "$folder"
umask 022

# keep NAME CONTENT: written whole or not at all, without a line end, which some readers would take for a part of it.
keep() {
  if [ ! -e "$folder/$1" ]; then
    printf %s "$2" > "$folder/$1.new"
    chmod 444 "$folder/$1.new"
    mv "$folder/$1.new" "$folder/$1"
    echo "made $folder/$1"
  fi
}

for name in kafka_admin mongodb_root mongodb_keyfile object_store_root first_administrator grafana; do
  keep "$name" "$(openssl rand -hex 20)"
done
for service in $services; do
  keep "kafka_$service" "$(openssl rand -hex 20)"
  keep "mongodb_$service" "$(openssl rand -hex 20)"
  # Keep a copy of these away from the database: they seal the audit trails.
  keep "audit_$service" "$(openssl rand -base64 32)"
done
for service in request-service approval-service publishing-service; do
  keep "object_store_$service" "$(openssl rand -hex 20)"
done
# A mail server that asks for no password needs none: then the file stays empty.
keep mail ''

# By which Kafka shows other offices whom they talk to: the key, then the certificate. This one nobody knows, and it names no place that
# others reach; before other offices are let in, put one in its place that they can believe.
if [ ! -e "$folder/kafka_offices" ]; then
  key=$(openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256)
  keep kafka_offices "$key
$(openssl req -x509 -new -key /dev/stdin -days 3650 -subj /CN=kafka -addext subjectAltName=DNS:kafka,DNS:localhost <<< "$key")"
fi

# The key that signs the gateway's tokens (EC P-256), as JSON Web Key Sets: the private one and the public one. In the key's DER
# form the secret is 32 bytes from the 8th on, the two coordinates 32 bytes each from the 58th and the 90th.
if [ ! -e "$folder/signing_keys" ]; then
  key=$(openssl ecparam -name prime256v1 -genkey -noout -outform DER | base64 -w 0)
  part() { base64 -d <<< "$key" | tail -c "+$1" | head -c 32 | base64 -w 0 | tr '+/' '-_' | tr -d '='; }
  public='"kty":"EC","crv":"P-256","kid":"'$(openssl rand -hex 8)'","x":"'$(part 58)'","y":"'$(part 90)'"'
  keep signing_keys '{"keys":[{'"$public"',"d":"'$(part 8)'"}]}'
  rm -f "$folder/verification_keys"
  keep verification_keys '{"keys":[{'"$public"'}]}'
fi
