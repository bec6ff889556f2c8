package org.tongcheng.local.demo;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tongcheng.plumbing.job.Settings;

/**
 * Settings of the jobs on this machine, as their main methods would get them.
 *
 * @param arguments {@code --name value}
 * @param environment variables; only those of InfluxDB and Alertmanager are handed on, the rest is meant
 *     for other clusters
 */
public record JobArguments(Map<String, String> arguments, Map<String, String> environment) {

    /** Quick for a demo: what is committed is what has been seen to happen. */
    private static final String CHECKPOINT_INTERVAL = "2s";

    /** @param influx address, also when it is that of INFLUX_URL */
    public static JobArguments of(String bootstrapServers, String influx, Map<String, String> environment) {
        return withoutInflux(bootstrapServers, environment).with("--influx-url", influx);
    }

    /** Results go to Kafka only. */
    public static JobArguments withoutInflux(String bootstrapServers, Map<String, String> environment) {
        Map<String, String> arguments = Map.of(
                "--bootstrap-servers", bootstrapServers,
                "--parallelism", "2",
                "--checkpoint-interval", CHECKPOINT_INTERVAL);
        Map<String, String> passed = new TreeMap<>(environment);
        passed.keySet().removeIf(name -> !name.startsWith("INFLUX_") && !name.startsWith("ALERTMANAGER_"));
        return new JobArguments(arguments, passed);
    }

    /**
     * The same for the delivery job. It tells of days of long ago too, and what still goes on in the end stays in
     * Alertmanager for a day, though nobody resends it.
     */
    public JobArguments delivering(URI alertmanager) {
        return with("--alertmanager-url", alertmanager.toString())
                .with("--oldest-alert", "36500d")
                .with("--alert-lease", "1d");
    }

    /** The same for the alerts job: it keeps every card of the last hour, and people wait for its checkpoints. */
    JobArguments alerting() {
        return with("--state-changelog", "true");
    }

    /** The same for the archive job: it merges files of a few seconds, which is a long time in a demo. */
    JobArguments archiving(String root) {
        return with("--archive-uri", root).with("--compact-after", "3");
    }

    /** The same, but for one setting. */
    public JobArguments with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(arguments);
        changed.put(name, value);
        return new JobArguments(changed, environment);
    }

    <C> C read(Function<Settings, C> config) {
        String[] list = arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .toArray(String[]::new);
        return Settings.read(list, environment, config);
    }
}
