#!/bin/sh
# Once, when the database is new: what clients of InfluxDB 1.x need, Grafana's InfluxQL and Flink's reporter among them. A
# database and retention policy that name each bucket, and a user for each of the two with no more rights than it needs.
set -eu

flink=$(influx bucket create --org "$DOCKER_INFLUXDB_INIT_ORG" --name flink --retention "$FLINK_METRICS_RETENTION" \
  --hide-headers | cut -f 1)
results=$DOCKER_INFLUXDB_INIT_BUCKET_ID

influx v1 dbrp create --org "$DOCKER_INFLUXDB_INIT_ORG" --db "$DOCKER_INFLUXDB_INIT_BUCKET" --rp autogen \
  --bucket-id "$results" --default
influx v1 dbrp create --org "$DOCKER_INFLUXDB_INIT_ORG" --db flink --rp autogen --bucket-id "$flink" --default
influx v1 auth create --org "$DOCKER_INFLUXDB_INIT_ORG" --username grafana --password "$INFLUX_GRAFANA_PASSWORD" \
  --read-bucket "$results" --read-bucket "$flink"
influx v1 auth create --org "$DOCKER_INFLUXDB_INIT_ORG" --username flink --password "$FLINK_METRICS_PASSWORD" \
  --write-bucket "$flink"
