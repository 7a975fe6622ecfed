#!/bin/bash
# Whether the service is ready to be called. Bash alone asks: the image need not have curl.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT}"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 protocol status rest <&3
[ "$status" = 200 ]
