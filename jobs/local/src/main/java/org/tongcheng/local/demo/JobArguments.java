package org.tongcheng.local.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tongcheng.plumbing.job.Settings;

/**
 * Settings of the jobs on this machine, as their main methods would get them.
 *
 * @param arguments {@code --name value}
 * @param environment variables; only those of InfluxDB are handed on, the rest is meant for other clusters
 */
public record JobArguments(Map<String, String> arguments, Map<String, String> environment) {

    /** Quick for a demo: what is committed is what has been seen to happen. */
    private static final String CHECKPOINT_INTERVAL = "2s";

    /** @param influx address, also when it is that of INFLUX_URL */
    public static JobArguments of(String bootstrapServers, String influx, Map<String, String> environment) {
        Map<String, String> arguments = new TreeMap<>(Map.of(
                "--bootstrap-servers", bootstrapServers,
                "--influx-url", influx,
                "--parallelism", "2",
                "--checkpoint-interval", CHECKPOINT_INTERVAL));
        Map<String, String> passed = new TreeMap<>(environment);
        passed.keySet().removeIf(name -> !name.startsWith("INFLUX_"));
        return new JobArguments(arguments, passed);
    }

    <C> C read(Function<Settings, C> config) {
        String[] list = arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .toArray(String[]::new);
        return Settings.read(list, environment, config);
    }
}
