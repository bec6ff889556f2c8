package org.tongcheng.alerts.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.Told.hour;

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
import org.tongcheng.domain.alert.ActiveStep;
import org.tongcheng.domain.alert.AlertDomain;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.JobRun;

final class CountActiveTest {

    private static ActiveStep step(String city, double hour, int delta) {
        return new ActiveStep(city, AlertDomain.AIR, Severity.RED, hour(hour), delta);
    }

    private static List<String> counts(List<Result> points) {
        assertThat(points).allMatch(Told::inContract);
        return points.stream()
                .map(point -> (point.time() - hour(0)) / BusinessTime.MINUTE + " r" + point.revision() + " "
                        + point.field("active"))
                .toList();
    }

    @Test
    void countsAtTheEndOfEachMinuteInWhichItChanged() throws Exception {
        try (var operator = PointHarness.active(null)) {
            operator.feed(List.of(step("510100", 1, 1), step("510100", 1.005, 1), step("510100", 2, -1)));
            assertThat(operator.take()).isEmpty();
            operator.settle();
            assertThat(counts(operator.take())).containsExactly("60 r0 2", "120 r0 1");
        }
    }

    @Test
    void issuesAgainWhatALateStepChanges() throws Exception {
        try (var operator = PointHarness.active(null)) {
            operator.feed(List.of(step("", 1, 1), step("", 3, -1)));
            operator.settle();
            assertThat(operator.take())
                    .extracting(point -> point.tag("city_code"))
                    .containsOnly("region");
            operator.feed(List.of(step("", 2, 1)));
            operator.settle();
            assertThat(counts(operator.take())).containsExactly("120 r0 2", "180 r1 1");
            operator.settle();
            assertThat(operator.take()).isEmpty();
        }
    }

    @Test
    void keepsTheCountWhenMinutesDie() throws Exception {
        try (var operator = PointHarness.active(null)) {
            operator.feed(List.of(step("510100", 1, 1), step("510100", 2, 1)));
            operator.watermark(hour(0) + 40 * BusinessTime.DAY);
            assertThat(counts(operator.take())).containsExactly("60 r0 1", "120 r0 2");
            int late = 24 * 41;
            operator.feed(List.of(step("510100", late, -1), step("510100", 3, -1)));
            operator.settle();
            assertThat(counts(operator.take())).containsExactly(late * 60 + " r0 0");
            operator.watermark(hour(0) + 90 * BusinessTime.DAY);
            operator.finish();
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        try (var first = PointHarness.active(null)) {
            first.feed(List.of(step("510100", 1, 1)));
            first.settle();
            first.feed(List.of(step("510100", 1, 1)));
            try (var restored = PointHarness.active(first.snapshot())) {
                restored.finish();
                assertThat(counts(restored.take())).containsExactly("60 r1 2");
            }
        }
    }

    @Test
    void whatComesBehindTheLastWatermarkIsCountedAtTheEnd() throws Exception {
        try (var operator = PointHarness.active(null)) {
            operator.watermark(Long.MAX_VALUE);
            operator.feed(List.of(step("510100", 1, 1)));
            assertThat(operator.take()).isEmpty();
            operator.finish();
            assertThat(counts(operator.take())).containsExactly("60 r0 1");
        }
    }

    @Property(tries = 40)
    void theOrderDoesNotMatter(@ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> tenths, @ForAll Random order)
            throws Exception {
        List<ActiveStep> steps = new ArrayList<>();
        for (int tenth : tenths) {
            steps.add(step("510100", tenth / 10.0, 1));
            steps.add(step("510100", tenth / 10.0 + tenth % 7, -1));
        }
        List<ActiveStep> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, order);
        assertThat(content(shuffled)).isEqualTo(content(steps));
    }

    private static Object content(List<ActiveStep> steps) throws Exception {
        try (var operator = PointHarness.active(null)) {
            for (ActiveStep step : steps) {
                operator.feed(List.of(step));
                if (step.at() % 5 == 0) {
                    operator.settle();
                }
            }
            operator.finish();
            return new JobRun(operator.take()).content();
        }
    }
}
