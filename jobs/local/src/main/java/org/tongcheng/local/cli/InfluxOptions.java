package org.tongcheng.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to reach InfluxDB, as the jobs understand it; its secrets from the environment only. */
final class InfluxOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--influx-url",
            paramLabel = "URL",
            description = "Where InfluxDB is. Default: INFLUX_URL, else none. Secrets: INFLUX_TOKEN (2.x),"
                    + " INFLUX_USERNAME and INFLUX_PASSWORD (1.x).")
    private @Nullable String url;

    @Option(
            names = "--influx-bucket",
            paramLabel = "NAME",
            description = "Bucket, or database of 1.x. Default: INFLUX_BUCKET, else tongcheng.")
    private @Nullable String bucket;

    /**
     * @return null where no InfluxDB is named
     * @throws ParameterException for a setting that does not fit
     */
    @Nullable
    InfluxSettings settings(Map<String, String> environment) {
        List<String> arguments = new ArrayList<>();
        if (url != null) {
            arguments.add("--influx-url=" + url);
        }
        if (bucket != null) {
            arguments.add("--influx-bucket=" + bucket);
        }
        try {
            // Settings make no null, so what may be missing comes out by a list.
            List<InfluxSettings> found = Settings.read(arguments.toArray(new String[0]), environment, read -> {
                InfluxSettings influx = InfluxSettings.from(read);
                return influx == null ? List.of() : List.of(influx);
            });
            return found.isEmpty() ? null : found.get(0);
        } catch (SettingsException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
