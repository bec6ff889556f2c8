package org.tongcheng.alerts.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.Told.hour;
import static org.tongcheng.alerts.Told.said;
import static org.tongcheng.domain.alert.AlertState.FIRING;
import static org.tongcheng.domain.alert.AlertState.RESOLVED;
import static org.tongcheng.domain.alert.AlertState.RETRACTED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.Told;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.JobRun;

final class SummariseDayTest {

    /** Day, revision, then the fields in their order. */
    private static List<String> days(List<Result> points) {
        assertThat(points).allMatch(Told::inContract);
        return points.stream()
                .map(point -> (point.time() - hour(0)) / BusinessTime.DAY + " r" + point.revision() + " "
                        + String.join(
                                " ", point.fields().stream().map(Field::value).toList()))
                .toList();
    }

    private static AlertTransition acknowledged(int alert, double hour, double when) {
        AlertAction ack = new AlertAction(Told.id(alert), ActionKind.ACK, "王芳", hour(when), "");
        return said(alert, FIRING, hour)
                .with(new AlertHandling(hour(1), HandlingStatus.ACKNOWLEDGED, null, null, 0, ack));
    }

    @Test
    void summarisesTheDaysOnWhichAlertsGoOn() throws Exception {
        try (var operator = PointHarness.days(null)) {
            operator.feed(List.of(said(1, FIRING, 2), said(2, FIRING, 3), said(2, RESOLVED, 5), said(1, RESOLVED, 50)));
            operator.settle();
            assertThat(days(operator.take()))
                    .containsExactly("0 r0 2 1 0 14400 2 0 0 2", "1 r0 0 0 0 1 0 0 1", "2 r0 0 1 0 176400 1 0 0 1");
        }
    }

    @Test
    void issuesAgainOnlyTheDaysThatChange() throws Exception {
        try (var operator = PointHarness.days(null)) {
            operator.feed(List.of(said(1, FIRING, 2), said(2, FIRING, 26)));
            operator.settle();
            assertThat(operator.take()).hasSize(2);
            operator.feed(List.of(acknowledged(2, 27, 27), said(2, RETRACTED, 28)));
            operator.settle();
            assertThat(days(operator.take())).containsExactly("1 r1 1 0 1 1 0 0 1");
        }
    }

    @Test
    void countsAnAcknowledgementOnTheDayOnWhichItWasMade() throws Exception {
        try (var operator = PointHarness.days(null)) {
            operator.feed(List.of(said(1, FIRING, 2), said(1, FIRING, 25)));
            operator.settle();
            operator.take();
            operator.feed(List.of(acknowledged(1, 25, 20)));
            operator.settle();
            assertThat(days(operator.take())).containsExactly("0 r1 1 0 0 0 1 0 0", "1 r1 0 0 0 0 1 0 0");
        }
    }

    @Test
    void everyDayHasAPointWhileAlertsGoOn() throws Exception {
        try (var operator = PointHarness.days(null)) {
            operator.feed(List.of(said(1, FIRING, 2)));
            operator.watermark(hour(24 * 3));
            assertThat(operator.take()).extracting(Result::time).containsExactly(hour(0), hour(24), hour(48), hour(72));
            operator.feed(List.of(said(1, RESOLVED, 73)));
            operator.watermark(hour(24 * 6));
            assertThat(operator.take()).singleElement().satisfies(point -> assertThat(point.revision())
                    .isEqualTo(1));
            operator.watermark(hour(24 * 60));
            operator.finish();
            assertThat(operator.take()).isEmpty();
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        try (var first = PointHarness.days(null)) {
            first.feed(List.of(said(1, FIRING, 2)));
            first.settle();
            first.feed(List.of(said(1, RESOLVED, 3)));
            try (var restored = PointHarness.days(first.snapshot())) {
                restored.finish();
                assertThat(days(restored.take())).containsExactly("0 r1 1 1 0 7200 1 0 0 1");
                assertThat(restored.remembered()).isZero();
            }
        }
    }

    /** Of one alert the order does matter. */
    @Property(tries = 40)
    void theOrderOfAlertsDoesNotMatter(
            @ForAll @Size(max = 12) List<@IntRange(min = 2, max = 80) Integer> hours, @ForAll Random order)
            throws Exception {
        List<List<AlertTransition>> alerts = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            int hour = hours.get(i);
            alerts.add(List.of(
                    said(i, FIRING, hour),
                    acknowledged(i, hour + 2, hour + 1),
                    said(i, i % 3 == 0 ? RETRACTED : RESOLVED, hour + hour % 40 + 2)));
        }
        List<List<AlertTransition>> shuffled = new ArrayList<>(alerts);
        Collections.shuffle(shuffled, order);
        assertThat(content(shuffled)).isEqualTo(content(alerts));
    }

    private static Object content(List<List<AlertTransition>> alerts) throws Exception {
        try (var operator = PointHarness.days(null)) {
            for (List<AlertTransition> alert : alerts) {
                operator.feed(alert);
                operator.settle();
            }
            operator.finish();
            return new JobRun(operator.take()).content();
        }
    }
}
