#!/bin/bash
# Lets the JVM record, once and for all, which classes the service loads at its start, so that every later start is quicker. The
# service is stopped before it would call anybody. Without a recording it starts as well, but slower.
set -euo pipefail
settings=(
  --spring.main.lazy-initialization=true
  # What runs by the clock and what describes the API is never lazy while these are there, and would call the database.
  --spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration
  --springdoc.api-docs.enabled=false
  --prakat.functions=
  --prakat.kafka.bootstrap-servers=localhost:9092
  --prakat.mongo.uri=mongodb://localhost:27017
  --prakat.object-store.endpoint=http://localhost:9000
  --prakat.object-store.access-key=none
  --prakat.object-store.secret-key=none
  '--prakat.security.verification-keys={"keys":[]}'
  '--prakat.gateway.signing-keys={"keys":[]}'
)
java -XX:AOTCacheOutput=application.aot -Dspring.context.exit=onRefresh -jar application.jar "${settings[@]}"
[ -s application.aot ]
