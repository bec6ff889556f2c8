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
import org.tongcheng.testkit.ShanghaiTime;

final class AlertsTopologyTest {

    private static final RegionBundle RULES = SmallCity.with(SmallCity.stationRule(1));

    private static final RegionBundle GROUPS = SmallCity.with(SmallCity.rule(
                    "joint",
                    "joint",
                    "air_city_1h",
                    "field: aqi",
                    "direction: above",
                    "settings: {limit: 100}",
                    "groups: {both: {name_zh: \"两市\", name_en: \"Both\", members: [\"510100\", \"512000\"]}}",
                    "ladder: {blue: {raise: 1, clear: 1}, yellow: {raise: 2, clear: 2}}")
            + SmallCity.rule(
                    "silent",
                    "no_data",
                    "air_station_1h",
                    "settings: {period_minutes: 60}",
                    "ladder: {blue: {raise: 2, clear: 1}, yellow: {raise: 4, clear: 1}}"));

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
                topology(environment(parallelism), points, RULES).executeAndCollect()) {
            alerts.forEachRemaining(issued::add);
        }
        // Two times blue at 120, and clear again at 0 when two more hours have passed.
        assertThat(issued).hasSize(80).doesNotHaveDuplicates();
        assertThat(issued)
                .filteredOn(alert -> alert.state() == AlertState.RESOLVED)
                .hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tellsTheSameOfGroupsAtAnyParallelism(int parallelism) throws Exception {
        List<Result> points = new ArrayList<>();
        for (int hour = 0; hour < 10; hour++) {
            String time = "2026-03-05T0" + hour + ":00";
            points.add(SmallCity.station("1431A", time, 50, 0));
            points.add(SmallCity.city(SmallCity.CITY, time, hour * 20, 10, 0));
            points.add(SmallCity.city(SmallCity.OTHER, time, hour * 30, 10, 0));
        }
        List<String> told = new ArrayList<>();
        try (CloseableIterator<AlertTransition> alerts =
                topology(environment(parallelism), points, GROUPS).executeAndCollect()) {
            alerts.forEachRemaining(
                    alert -> told.add(alert.ruleId() + " " + alert.entity().id() + " #" + alert.sequence() + " "
                            + alert.severity() + " " + ShanghaiTime.local(alert.at())));
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "joint both #0 BLUE 2026-03-05T04:00",
                        "joint both #1 YELLOW 2026-03-05T06:00",
                        "silent 2562A #0 BLUE 2026-03-05T02:00",
                        "silent 2562A #1 YELLOW 2026-03-05T04:00");
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        return StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(parallelism));
    }

    private static DataStream<AlertTransition> topology(
            StreamExecutionEnvironment environment, List<Result> points, RegionBundle rules) {
        AlertAction remark = new AlertAction("a", ActionKind.RECTIFIED, "li", 0, "");
        return AlertsTopology.evaluate(
                environment
                        .fromData(points, ResultSerializer.RESULT)
                        .setParallelism(1)
                        .uid("test-results"),
                environment
                        .fromData(List.of(rules), TypeInformation.of(RegionBundle.class))
                        .setParallelism(1)
                        .uid("test-reference"),
                environment
                        .fromData(List.of(remark), TypeInformation.of(AlertAction.class))
                        .setParallelism(1)
                        .uid("test-actions"),
                rules,
                Duration.ZERO);
    }
}
