#!/bin/bash
# As the official image's: what begins with mongod, or an option of it, starts the server.
set -euo pipefail
case ${1:-} in
  mongod) shift ;;
  -* | '') ;;
  *) exec "$@" ;;
esac
if [ "$(id -u)" = 0 ]; then
  chown mongodb: /data/db
  exec setpriv --reuid mongodb --regid mongodb --clear-groups "$0" mongod "$@"
fi
exec java -Xmx512m -cp '/opt/mongo:/opt/mongo/lib/*' StandInMongo "$@"
