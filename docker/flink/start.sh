#!/usr/bin/env bash
# Starts a process of Flink in a container whose file system is read-only: `start.sh jobmanager`, `start.sh taskmanager`.
# Flink reads no secrets from the environment, so the password of its metrics goes into a copy of the configuration.
set -euo pipefail

umask 077
mkdir -p /tmp/conf /tmp/log
cp /opt/flink/conf/* /tmp/conf/
echo "metrics.reporter.influx.password: '${FLINK_METRICS_PASSWORD:?}'" >> /tmp/conf/config.yaml
export FLINK_CONF_DIR=/tmp/conf FLINK_LOG_DIR=/tmp/log FLINK_PID_DIR=/tmp

case $1 in
  jobmanager | taskmanager) exec "/opt/flink/bin/$1.sh" start-foreground ;;
  *) echo "start.sh: jobmanager or taskmanager, not '$1'" >&2; exit 2 ;;
esac
