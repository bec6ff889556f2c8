#!/usr/bin/env bash
# Starts a process of Flink in a container whose file system is read-only: `start.sh jobmanager`, `start.sh taskmanager`,
# with more of Flink's configuration behind it where needed, -Dkey=value.
# Flink reads no secrets from the environment, so the password of its metrics goes into a copy of the configuration.
set -euo pipefail

home=${FLINK_HOME:-/opt/flink}
work=${TMPDIR:-/tmp}
case ${1:-} in
  jobmanager | taskmanager) ;;
  *) echo "start.sh: jobmanager or taskmanager, not '${1:-}'" >&2; exit 2 ;;
esac

umask 077
mkdir -p "$work/conf" "$work/log"
cp "$home"/conf/* "$work/conf/"
echo "metrics.reporter.influx.password: '${FLINK_METRICS_PASSWORD:?}'" >> "$work/conf/config.yaml"
export FLINK_CONF_DIR=$work/conf FLINK_LOG_DIR=$work/log FLINK_PID_DIR=$work
exec "$home/bin/$1.sh" start-foreground "${@:2}"
