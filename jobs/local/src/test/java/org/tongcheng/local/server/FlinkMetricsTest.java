package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkMetricsTest {

    private static final URI INFLUX = URI.create("http://127.0.0.1:8086");
    private static final String REPORTER = "metrics.reporter.influxdb.";

    @TempDir
    private Path folder;

    @Test
    void areReportedToTheDatabaseOfTheResults() {
        Map<String, String> settings = FlinkMetrics.to(INFLUX, Map.of("INFLUX_BUCKET", "region"))
                .configuration()
                .toMap();

        assertThat(settings)
                .containsEntry(REPORTER + "host", "127.0.0.1")
                .containsEntry(REPORTER + "port", "8086")
                .containsEntry(REPORTER + "scheme", "http")
                .containsEntry(REPORTER + "db", "region")
                .doesNotContainKey(REPORTER + "username");
    }

    @Test
    void takeTheNameAndThePortWhereTheyAreGiven() {
        Map<String, String> named = Map.of("INFLUX_USERNAME", "jobs", "INFLUX_PASSWORD", "secret", "INFLUX_TOKEN", "t");

        assertThat(FlinkMetrics.to(URI.create("https://influx.example"), named)
                        .configuration()
                        .toMap())
                .containsEntry(REPORTER + "username", "jobs")
                .containsEntry(REPORTER + "password", "secret")
                .containsEntry(REPORTER + "port", "443");
    }

    @Test
    void areNotReportedWhereThereIsOnlyAToken() {
        assertThat(FlinkMetrics.to(INFLUX, Map.of("INFLUX_TOKEN", "t"))
                        .configuration()
                        .toMap())
                .isEmpty();
    }

    @Test
    void comeWithAReporterThatKeepsItsLibrariesToItself() {
        assertThat(FlinkMetrics.to(INFLUX, Map.of()).plugins(folder)).isNotNull();

        assertThat(folder.resolve("flink-metrics-influxdb.jar")).isNotEmptyFile();
        assertThatThrownBy(() -> Class.forName("org.apache.flink.metrics.influxdb.InfluxdbReporter"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void areThoseThatTheSchemaDeclares() throws Exception {
        TreeSet<String> declared = new TreeSet<>();
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Path.of("../../schemas/flink.metrics.json")));
        for (JsonNode metric : schema.get("measurements")) {
            declared.add(metric.get("measurement").asText().replaceAll(".*_", ""));
        }

        assertThat(declared).isEqualTo(new TreeSet<>(FlinkMetrics.REPORTED));
    }
}
