package org.tongcheng.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tongcheng.local.day.LiveDemoDay;
import org.tongcheng.local.day.SharedDay;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;

@ExtendWith(SharedDay.class)
class RunOutputsIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static KafkaSettings kafka;
    private static InfluxSettings influx;

    @BeforeAll
    static void servers(LiveDemoDay day) {
        kafka = Settings.read(
                new String[] {"--bootstrap-servers", day.kafka().bootstrapServers()},
                Map.of(),
                settings -> KafkaSettings.from(settings, "replay"));
        influx = new InfluxSettings(day.influx().toString(), "-", "tongcheng", null, null, null);
    }

    @Test
    void whatARunMadeIsTakenBackWhenItFails() throws Exception {
        RunOutputs failed = new RunOutputs("failed", kafka, true, influx);
        assertThat(failed.open(ZONE)).hasSize(2);

        failed.close();

        RunOutputs again = new RunOutputs("failed", kafka, true, influx);
        assertThat(canBeMade(again)).isTrue();
        again.close();
    }

    @Test
    void whatWasThereBeforeIsNeitherTakenNorDeleted() throws Exception {
        RunOutputs first = new RunOutputs("first", kafka, false, influx);
        assertThat(first.open(ZONE)).hasSize(1);
        RunOutputs second = new RunOutputs("first", kafka, true, influx);

        assertThatThrownBy(() -> second.open(ZONE)).hasMessageContaining("has a bucket replay_first already");
        second.close();

        // The topics that it had made are gone, the bucket of the first is not.
        RunOutputs topics = new RunOutputs("first", kafka, true, null);
        assertThat(canBeMade(topics)).isTrue();
        topics.close();
        assertThatThrownBy(() -> new RunOutputs("first", kafka, false, influx).open(ZONE))
                .hasMessageContaining("has a bucket replay_first already");
        first.close();
    }

    /** Brokers forget deleted topics a moment later. */
    private static boolean canBeMade(RunOutputs outputs) throws Exception {
        return Waiting.until(Duration.ofSeconds(30), () -> {
            try {
                outputs.open(ZONE);
                return true;
            } catch (IllegalArgumentException stillThere) {
                return false;
            }
        });
    }
}
