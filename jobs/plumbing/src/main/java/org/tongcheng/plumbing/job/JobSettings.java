package org.tongcheng.plumbing.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every job has to know, whatever it computes.
 *
 * @param job its name: {@code transit}, {@code air}, {@code water}, {@code region}
 * @param influx null where results go to Kafka only
 * @param region name of a region that ships with the project, or a directory
 * @param parallelism 0 leaves it to the cluster
 * @param idleness a partition without records for that long no longer holds the watermark back
 */
public record JobSettings(
        String job,
        KafkaSettings kafka,
        @Nullable InfluxSettings influx,
        CheckpointSettings checkpoints,
        String region,
        int parallelism,
        Duration idleness) {

    public JobSettings {
        if (kafka.transactionTimeout().compareTo(checkpoints.interval()) <= 0) {
            throw new SettingsException("--transaction-timeout must be longer than --checkpoint-interval,"
                    + " or no transaction lives to see its checkpoint");
        }
    }

    public static JobSettings from(Settings settings, String job) {
        return new JobSettings(
                job,
                KafkaSettings.from(settings, job),
                InfluxSettings.from(settings),
                CheckpointSettings.from(settings),
                settings.text("region", "chengdu"),
                settings.integer("parallelism", 0, 1),
                settings.duration("idleness", Duration.ofMinutes(1)));
    }
}
