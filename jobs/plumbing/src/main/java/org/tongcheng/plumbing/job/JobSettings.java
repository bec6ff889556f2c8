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

    private static final int MOST_TOLERABLE_FAILURES = 10;

    public JobSettings {
        if (checkpointsWithin(kafka.transactionTimeout(), checkpoints) < 2) {
            throw new SettingsException("--transaction-timeout must be at least twice as long as --checkpoint-timeout"
                    + " and --checkpoint-interval together, or a transaction may not live to see its checkpoint");
        }
    }

    /**
     * How many checkpoints in a row may fail before the job restarts from the last good one. A transaction is open from
     * one barrier to the end of the first good checkpoint after the next; when the brokers give up on it before, the
     * commit fails, Flink writes that into its log and goes on, and results are gone. A restart computes them again.
     */
    int tolerableCheckpointFailures() {
        return (int) Math.min(MOST_TOLERABLE_FAILURES, checkpointsWithin(kafka.transactionTimeout(), checkpoints) - 2);
    }

    private static long checkpointsWithin(Duration transaction, CheckpointSettings checkpoints) {
        return transaction.dividedBy(checkpoints.timeout().plus(checkpoints.interval()));
    }

    public static JobSettings from(Settings settings, String job) {
        return from(settings, job, CheckpointSettings.USUAL_INTERVAL);
    }

    /** @param checkpointInterval where no setting says otherwise */
    public static JobSettings from(Settings settings, String job, Duration checkpointInterval) {
        return new JobSettings(
                job,
                KafkaSettings.from(settings, job),
                InfluxSettings.from(settings),
                CheckpointSettings.from(settings, checkpointInterval),
                settings.text("region", "chengdu"),
                settings.integer("parallelism", 0, 1),
                settings.duration("idleness", Duration.ofMinutes(1)));
    }
}
