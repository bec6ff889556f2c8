package org.tongcheng.rules;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongcheng.air.AirConfig;
import org.tongcheng.alerts.AlertsConfig;
import org.tongcheng.archive.ArchiveConfig;
import org.tongcheng.delivery.DeliveryConfig;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.region.RegionConfig;
import org.tongcheng.transit.TransitConfig;
import org.tongcheng.water.WaterConfig;

/** What the jobs' configurations ask for, as they say themselves when they are read. */
final class JobSettingsRead {

    /** By the name that the job has everywhere. */
    static final Map<String, Function<Settings, ?>> JOBS = Map.of(
            "transit", TransitConfig::from,
            "air", AirConfig::from,
            "water", WaterConfig::from,
            "region", RegionConfig::from,
            "alerts", AlertsConfig::from,
            "delivery", DeliveryConfig::from,
            "archive", ArchiveConfig::from);

    private JobSettingsRead() {}

    /** Names of the settings that may stand on a job's command line, without dashes. */
    static Set<String> arguments(String job) {
        try {
            Settings.read(new String[] {"--no-such-setting"}, Map.of(), JOBS.get(job));
            throw new IllegalStateException("a setting that does not exist is accepted");
        } catch (SettingsException e) {
            String listed = e.getMessage().substring(e.getMessage().indexOf("these are: ") + 11);
            return Arrays.stream(listed.split(", "))
                    .map(name -> name.replace("--", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Names of the environment variables that a job looks for, secrets included. */
    static Set<String> variables(String job) {
        Set<String> asked = new TreeSet<>();
        Settings.read(new String[0], new Asked(asked), JOBS.get(job));
        return asked;
    }

    /** The variables that any of the jobs looks for. */
    static Set<String> variables() {
        Set<String> asked = new TreeSet<>();
        JOBS.keySet().forEach(job -> asked.addAll(variables(job)));
        return asked;
    }

    /** The job's configuration as it would be made. */
    static Object read(String job, List<String> arguments, Map<String, String> environment) {
        return Settings.read(arguments.toArray(new String[0]), environment, JOBS.get(job));
    }

    /** An empty environment that takes down what it is asked for. */
    private static final class Asked extends AbstractMap<String, String> {

        private final Set<String> asked;

        Asked(Set<String> asked) {
            this.asked = asked;
        }

        @Override
        public String get(Object name) {
            asked.add(String.valueOf(name));
            return null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
