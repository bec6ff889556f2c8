package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class StrictEnvironmentTest {

    private static StreamExecutionEnvironment live(String... arguments) {
        JobSettings settings = Settings.read(arguments, Map.of(), read -> JobSettings.from(read, "air"));
        return StrictEnvironment.strict(new StreamExecutionEnvironment(), settings);
    }

    @Test
    void refusesAnOperatorWithoutUid() {
        StreamExecutionEnvironment environment = StrictEnvironment.strict(new StreamExecutionEnvironment());
        environment.fromData(1, 2).sinkTo(new DiscardingSink<>());

        assertThatThrownBy(() -> environment.getStreamGraph().getJobGraph())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UID");
    }

    @Test
    void refusesATypeThatWouldFallToKryo() {
        StreamExecutionEnvironment environment = StrictEnvironment.strict(new StreamExecutionEnvironment());

        assertThatThrownBy(() -> environment.fromData(java.util.Optional.of(1), java.util.Optional.of(2)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Generic types have been disabled");
    }

    @Test
    void takesCheckpointsAndRestartsALiveJob() {
        StreamExecutionEnvironment environment = live(
                "--checkpoint-interval", "20s", "--checkpoint-directory", "file:///checkpoints", "--parallelism", "3");
        ReadableConfig configuration = environment.getConfiguration();

        assertThat(configuration.get(PipelineOptions.NAME)).isEqualTo("air");
        assertThat(environment.getParallelism()).isEqualTo(3);
        assertThat(environment.getCheckpointConfig().isCheckpointingEnabled()).isTrue();
        assertThat(environment.getCheckpointInterval()).isEqualTo(20_000);
        assertThat(environment.getCheckpointConfig().getMinPauseBetweenCheckpoints())
                .isEqualTo(10_000);
        assertThat(configuration.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER))
                .isEqualTo(2);
        assertThat(configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                .isEqualTo("file:///checkpoints");
        assertThat(configuration.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
    }

    @Test
    void letsABoundedJobFailAtOnce() {
        assertThat(live("--bounded").getConfiguration().get(RestartStrategyOptions.RESTART_STRATEGY))
                .isEqualTo("none");
    }

    @Test
    void logsChangesToStateWhereThatIsAskedFor() {
        assertThat(live("--state-changelog").getConfiguration().get(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG))
                .isTrue();
    }

    @Test
    void leavesToTheClusterWhatIsNotGiven() {
        StreamExecutionEnvironment environment = live();

        assertThat(environment.getParallelism()).isEqualTo(new StreamExecutionEnvironment().getParallelism());
        assertThat(environment.getConfiguration().getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                .isEmpty();
        assertThat(environment.getConfiguration().getOptional(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG))
                .isEmpty();
    }
}
