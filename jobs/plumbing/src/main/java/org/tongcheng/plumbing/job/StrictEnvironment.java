package org.tongcheng.plumbing.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The settings that every environment of the project has, whoever starts it. */
public final class StrictEnvironment {

    private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
    private static final Duration SLOWEST_RESTART = Duration.ofMinutes(1);

    private StrictEnvironment() {}

    /** No Kryo, no generated uids, objects reused along a chain. */
    public static Configuration strict(Configuration configuration) {
        Configuration strict = new Configuration(configuration);
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(PipelineOptions.OBJECT_REUSE, true);
        return strict;
    }

    /** Makes an environment strict that someone else has made. */
    public static StreamExecutionEnvironment strict(StreamExecutionEnvironment environment) {
        environment.configure(strict(new Configuration()));
        return environment;
    }

    /** Makes the environment of a job that reads Kafka: strict, with exactly-once checkpoints and restarts. */
    public static StreamExecutionEnvironment strict(StreamExecutionEnvironment environment, JobSettings settings) {
        Configuration configuration = strict(new Configuration());
        configuration.set(PipelineOptions.NAME, settings.job());
        checkpoint(configuration, settings);
        restart(configuration, settings.kafka().bounded());
        environment.configure(configuration);
        if (settings.parallelism() > 0) {
            environment.setParallelism(settings.parallelism());
        }
        return environment;
    }

    private static void checkpoint(Configuration configuration, JobSettings settings) {
        CheckpointSettings checkpoints = settings.checkpoints();
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.interval());
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpoints.timeout());
        configuration.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                checkpoints.interval().dividedBy(2));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, settings.tolerableCheckpointFailures());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (checkpoints.changelog()) {
            configuration.set(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG, true);
        }
        if (checkpoints.directory() != null) {
            configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.directory());
        }
    }

    /** A live job outlives what is around it; a bounded one has someone waiting who wants to hear of a failure. */
    private static void restart(Configuration configuration, boolean bounded) {
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, bounded ? "none" : "exponential-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_RESTART);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, SLOWEST_RESTART);
    }
}
