#!/bin/bash
# Gives the cluster the secrets that deploy/make-secrets.sh made, for each service its own.
set -euo pipefail
files=$(dirname "$0")/../secrets

apply() {
  local name=$1
  shift
  kubectl create secret generic "$name" --namespace prakat --dry-run=client -o yaml "$@" | kubectl apply -f -
}

for service in request-service approval-service publishing-service expiry-service gateway-service; do
  content=(
    --from-file="prakat.kafka.password=$files/kafka_$service"
    --from-file="prakat.mongo.password=$files/mongodb_$service"
    --from-file="prakat.audit.keys=$files/audit_$service"
  )
  case "$service" in
    request-service | approval-service | publishing-service)
      content+=(--from-file="prakat.object-store.secret-key=$files/object_store_$service") ;;
  esac
  case "$service" in
    gateway-service)
      content+=(
        --from-file="prakat.gateway.signing-keys=$files/signing_keys"
        --from-file="prakat.gateway.first-administrator.password=$files/first_administrator"
      ) ;;
    *) content+=(--from-file="prakat.security.verification-keys=$files/verification_keys") ;;
  esac
  if [ "$service" = request-service ]; then
    content+=(--from-file="spring.mail.password=$files/mail")
  fi
  apply "$service-secrets" "${content[@]}"
  # For KEDA, which looks at the lag under the service's name.
  apply "$service-scaling" --from-literal="username=$service" --from-file="password=$files/kafka_$service"
done
