package org.tongcheng.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.reference.RegionBundle;

final class AlertsTopologyTest {

    private static final RegionBundle RULES = SmallCity.with(SmallCity.stationRule(1));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void raisesTheSameAlertsAtAnyParallelism(int parallelism) throws Exception {
        List<Result> points = new ArrayList<>();
        for (int hour = 0; hour < 10; hour++) {
            for (int station = 0; station < 20; station++) {
                points.add(SmallCity.station("s" + station, "2026-03-05T0" + hour + ":00", hour % 4 * 60, 0));
            }
        }
        List<AlertTransition> issued = new ArrayList<>();
        try (CloseableIterator<AlertTransition> alerts =
                topology(environment(parallelism), points).executeAndCollect()) {
            alerts.forEachRemaining(issued::add);
        }
        // Two times blue at 120, and clear again at 0 when two more hours have passed.
        assertThat(issued).hasSize(80).doesNotHaveDuplicates();
        assertThat(issued)
                .filteredOn(alert -> alert.state() == AlertState.RESOLVED)
                .hasSize(40);
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        return StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(parallelism));
    }

    private static DataStream<AlertTransition> topology(StreamExecutionEnvironment environment, List<Result> points) {
        AlertAction remark = new AlertAction("a", ActionKind.RECTIFIED, "li", 0, "");
        return AlertsTopology.evaluate(
                environment
                        .fromData(points, ResultSerializer.RESULT)
                        .setParallelism(1)
                        .uid("test-results"),
                environment
                        .fromData(List.of(RULES), TypeInformation.of(RegionBundle.class))
                        .setParallelism(1)
                        .uid("test-reference"),
                environment
                        .fromData(List.of(remark), TypeInformation.of(AlertAction.class))
                        .setParallelism(1)
                        .uid("test-actions"),
                RULES,
                Duration.ZERO);
    }
}
