#!/bin/sh
# Once, when the database is new: what clients of InfluxDB 1.x need, Grafana's InfluxQL and Flink's reporter among them. A
# database and retention policy that name the bucket, and a user for each of the two with no more rights than it needs.
set -eu

influx v1 dbrp create --org "$DOCKER_INFLUXDB_INIT_ORG" --db "$DOCKER_INFLUXDB_INIT_BUCKET" --rp autogen \
  --bucket-id "$DOCKER_INFLUXDB_INIT_BUCKET_ID" --default
influx v1 auth create --org "$DOCKER_INFLUXDB_INIT_ORG" --username grafana --password "$INFLUX_GRAFANA_PASSWORD" \
  --read-bucket "$DOCKER_INFLUXDB_INIT_BUCKET_ID"
influx v1 auth create --org "$DOCKER_INFLUXDB_INIT_ORG" --username flink --password "$FLINK_METRICS_PASSWORD" \
  --write-bucket "$DOCKER_INFLUXDB_INIT_BUCKET_ID"
