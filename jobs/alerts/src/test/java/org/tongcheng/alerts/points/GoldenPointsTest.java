package org.tongcheng.alerts.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.Told.hour;
import static org.tongcheng.alerts.Told.said;
import static org.tongcheng.domain.alert.AlertState.FIRING;
import static org.tongcheng.domain.alert.AlertState.RESOLVED;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.handling.HandlingTopology;
import org.tongcheng.domain.alert.ActiveStep;
import org.tongcheng.domain.alert.AlertDomain;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.testkit.GoldenFiles;

/** A savepoint of version 1 of the counts of alerts is read, and they go on where they stopped. */
public final class GoldenPointsTest {

    /** Each has issued a point, and awaits the issue of what has changed since. */
    public static Map<String, OperatorSubtaskState> states() throws Exception {
        try (var active = PointHarness.active(null);
                var days = PointHarness.days(null)) {
            active.feed(List.of(step(1, 1), step(2, 1)));
            days.feed(List.of(said(1, FIRING, 2)));
            active.settle();
            days.settle();
            active.feed(List.of(step(1, 1)));
            days.feed(List.of(said(1, RESOLVED, 3)));
            return Map.of(
                    HandlingTopology.ACTIVE_UID, active.snapshot(), HandlingTopology.SUMMARY_UID, days.snapshot());
        }
    }

    @Test
    void countsGoOn() throws Exception {
        try (var active = PointHarness.active(golden(HandlingTopology.ACTIVE_UID))) {
            active.finish();
            assertThat(active.take())
                    .extracting(point -> point.revision() + " " + point.field("active"))
                    .containsExactly("1 2", "1 3");
        }
    }

    @Test
    void daysGoOn() throws Exception {
        try (var days = PointHarness.days(golden(HandlingTopology.SUMMARY_UID))) {
            days.finish();
            assertThat(days.take())
                    .extracting(point -> point.revision() + " " + point.field("found") + " " + point.field("resolved")
                            + " " + point.field("time_to_resolve_p50_s"))
                    .containsExactly("1 1 1 7200");
        }
    }

    private static OperatorSubtaskState golden(String uid) throws Exception {
        return Objects.requireNonNull(GoldenFiles.states("v1").get(uid));
    }

    private static ActiveStep step(double hour, int delta) {
        return new ActiveStep("510100", AlertDomain.AIR, Severity.RED, hour(hour), delta);
    }
}
