package org.tongcheng.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.PluginDescriptor;
import org.apache.flink.core.plugin.PluginManager;

/**
 * Where the cluster reports its own metrics: nowhere, or through Flink's reporter to the InfluxDB that has the results. Of
 * the hundreds that it has only those of {@code schemas/flink.metrics.json} go there, with few tags: what tells one run of a
 * task from the next would make new series at every restart.
 */
public final class FlinkMetrics {

    /** Names of metrics, as Flink knows them; the ones of operators and tasks have their scope in front in InfluxDB. */
    static final List<String> REPORTED = List.of(
            "pendingRecords",
            "currentInputWatermark",
            "currentOutputWatermark",
            "backPressuredTimeMsPerSecond",
            "busyTimeMsPerSecond",
            "lastCheckpointDuration",
            "lastCheckpointSize",
            "numberOfCompletedCheckpoints",
            "numberOfFailedCheckpoints",
            "numRestarts",
            "deadLetters",
            "influxRetries",
            "influxRefusedPoints");

    private static final List<String> UNUSED_TAGS =
            List.of("host", "tm_id", "job_id", "task_id", "task_attempt_id", "task_attempt_num", "operator_id");

    private static final String PLUGIN = "flink-metrics-influxdb.jar";
    private static final String REPORTER = "metrics.reporter.influxdb.";
    private static final String INTERVAL = "2s";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Configuration configuration;

    private FlinkMetrics(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Nobody hears of them. */
    public static FlinkMetrics unreported() {
        return new FlinkMetrics(new Configuration());
    }

    /**
     * To the database of the results. The reporter speaks the API of InfluxDB 1.x, which asks for a name and a password; where
     * there is a token and no name, nothing is reported.
     *
     * @param influx address
     * @param environment INFLUX_BUCKET, INFLUX_USERNAME, INFLUX_PASSWORD, INFLUX_TOKEN
     */
    public static FlinkMetrics to(URI influx, Map<String, String> environment) {
        String username = environment.getOrDefault("INFLUX_USERNAME", "");
        if (username.isEmpty() && !environment.getOrDefault("INFLUX_TOKEN", "").isEmpty()) {
            return unreported();
        }
        boolean secure = influx.getScheme().equals("https");
        int port = influx.getPort() >= 0 ? influx.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        Configuration settings = new Configuration();
        settings.setString(REPORTER + "factory.class", "org.apache.flink.metrics.influxdb.InfluxdbReporterFactory");
        settings.setString(REPORTER + "interval", INTERVAL);
        settings.setString(REPORTER + "scheme", influx.getScheme());
        settings.setString(REPORTER + "host", influx.getHost());
        settings.setString(REPORTER + "port", String.valueOf(port));
        settings.setString(REPORTER + "db", environment.getOrDefault("INFLUX_BUCKET", LocalInflux.DATABASE));
        settings.setString(REPORTER + "filter.includes", "*:" + String.join(",", REPORTED));
        settings.setString(REPORTER + "scope.variables.excludes", String.join(";", UNUSED_TAGS));
        if (!username.isEmpty()) {
            settings.setString(REPORTER + "username", username);
            settings.setString(REPORTER + "password", environment.getOrDefault("INFLUX_PASSWORD", ""));
        }
        return new FlinkMetrics(settings);
    }

    Configuration configuration() {
        return configuration;
    }

    /** The reporter as a plugin: it brings an HTTP client that must not meet that of the jobs. */
    PluginManager plugins(Path folder) {
        if (configuration.keySet().isEmpty()) {
            return new DefaultPluginManager(List.of(), new String[0]);
        }
        Path plugin = folder.resolve(PLUGIN);
        try (InputStream jar = FlinkMetrics.class.getResourceAsStream("/flink-plugins/" + PLUGIN)) {
            if (jar == null) {
                throw new LocalFailure("Flink's reporter for InfluxDB is missing: build the project again");
            }
            Files.copy(jar, Files.createDirectories(folder).resolve(PLUGIN), StandardCopyOption.REPLACE_EXISTING);
            URL[] urls = {plugin.toUri().toURL()};
            return new DefaultPluginManager(
                    List.of(new PluginDescriptor("influxdb", urls, new String[0])),
                    CoreOptions.getPluginParentFirstLoaderPatterns(configuration));
        } catch (IOException e) {
            throw new LocalFailure("Flink's reporter for InfluxDB cannot be read: " + e.getMessage(), e);
        }
    }
}
