package org.tongcheng.rules;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.changelog.fs.FsStateChangelogOptions;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The keys of Flink's configuration, as the Flink on the class path has them. */
final class FlinkOptions {

    private static final List<Class<?>> CLASSES = List.of(
            CoreOptions.class,
            JobManagerOptions.class,
            TaskManagerOptions.class,
            RestOptions.class,
            WebOptions.class,
            BlobServerOptions.class,
            MetricOptions.class,
            PipelineOptions.class,
            StateBackendOptions.class,
            StateChangelogOptions.class,
            FsStateChangelogOptions.class,
            CheckpointingOptions.class,
            HighAvailabilityOptions.class);

    /** What Flink's reporter for InfluxDB asks for; it is a plug-in and not on the class path. */
    private static final Set<String> REPORTER = Set.of(
            "factory.class",
            "scheme",
            "host",
            "port",
            "db",
            "username",
            "password",
            "interval",
            "filter.includes",
            "scope.variables.excludes");

    private static final String REPORTER_PREFIX = "metrics.reporter.influx.";

    private static final Set<String> KEYS = keys();

    private FlinkOptions() {}

    static boolean knows(String key) {
        boolean ofReporter = key.startsWith(REPORTER_PREFIX);
        return ofReporter ? REPORTER.contains(key.substring(REPORTER_PREFIX.length())) : KEYS.contains(key);
    }

    /** Deprecated spellings are none. */
    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Class<?> options : CLASSES) {
            for (Field field : options.getFields()) {
                if (ConfigOption.class.isAssignableFrom(field.getType())) {
                    try {
                        keys.add(((ConfigOption<?>) field.get(null)).key());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return keys;
    }
}
