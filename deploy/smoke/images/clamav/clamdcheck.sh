#!/bin/bash
# Whether the daemon answers.
set -eu
exec 3<>/dev/tcp/localhost/3310
printf 'zPING\0' >&3
read -r -d '' -t 5 answer <&3
[ "$answer" = PONG ]
