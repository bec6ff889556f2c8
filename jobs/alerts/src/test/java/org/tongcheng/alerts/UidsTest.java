package org.tongcheng.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.cards.CardsTopology;
import org.tongcheng.alerts.handling.HandlingTopology;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.GoldenFiles;

/** A uid is where a savepoint finds its state: one that changes loses it. */
final class UidsTest {

    @Test
    void theWholeJobHasTheUidsOfTheGoldenList() throws Exception {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(1));
        String[] everyEnd = {"--influx-url", "http://localhost:8086"};
        AlertsJob.wire(environment, Settings.read(everyEnd, Map.of(), AlertsConfig::from));

        assertThat(GoldenFiles.uidsOf(environment))
                .containsExactlyInAnyOrderElementsOf(GoldenFiles.uids())
                .containsAll(AlertsTopology.UIDS)
                .containsAll(HandlingTopology.UIDS)
                .containsAll(CardsTopology.UIDS);
    }
}
