package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** Hours of stations, cities and sections, some of them missing, with rules of every kind. */
@PropertyDefaults(tries = 100)
final class WatchGroupsLawsTest {

    private static final long START = ShanghaiTime.at("2026-03-05T20:00");
    private static final int HOURS = 16;
    private static final RegionBundle RULES = SmallCity.with(GroupsTest.JOINT
            + GroupsTest.RIVER.replace("tolerance_hours: 12", "tolerance_hours: 1")
            + GroupsTest.SHARE
            + SilenceTest.silence(
                    "air_station_1h", "settings: {period_minutes: 60}", "schedule: {from_hour: 2, to_hour: 22}")
            + SmallCity.rule(
                    "mute",
                    "no_data",
                    "water_section",
                    "field: tp",
                    "settings: {period_minutes: 120}",
                    "ladder: {blue: {raise: 1, clear: 1}, red: {raise: 3, clear: 2}}"));

    /** Points of all series, each series in order of time, at most one an hour. */
    @Provide
    Arbitrary<List<Result>> points() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, HOURS - 1),
                        Arbitraries.integers().between(0, 9))
                .as(WatchGroupsLawsTest::point)
                .list()
                .ofMaxSize(80)
                .map(WatchGroupsLawsTest::oneAnHour);
    }

    @Property
    void neitherTheOrderOfSeriesNorTheStepsOfTheWatermarkMatter(
            @ForAll("points") List<Result> points, @ForAll Random order) throws Exception {
        List<String> expected;
        try (Watching watching = Watching.groups(RULES, null)) {
            watching.feedQuietly(points);
            expected = watching.finish();
        }
        try (Watching watching = Watching.groups(RULES, null)) {
            List<String> told = new ArrayList<>();
            for (int hour = 0; hour < HOURS; hour++) {
                int now = hour;
                List<Result> due = new ArrayList<>(
                        points.stream().filter(point -> hourOf(point) == now).toList());
                Collections.shuffle(due, order);
                told.addAll(watching.feed(due.toArray(Result[]::new)));
                if (order.nextBoolean()) {
                    told.addAll(watching.watermark(START + hour * BusinessTime.HOUR));
                }
            }
            told.addAll(watching.finish());
            assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Property
    void whateverComesLateTheSameAlertsStandInTheEnd(@ForAll("points") List<Result> points, @ForAll Random order)
            throws Exception {
        // The first of a measurement is there from the beginning: since then is expected what never comes.
        Map<String, Result> firsts = new LinkedHashMap<>();
        points.forEach(point -> firsts.putIfAbsent(point.measurement(), point));
        List<Result> first = List.copyOf(firsts.values());
        List<AlertTransition> expected;
        try (Watching watching = Watching.groups(RULES, null)) {
            watching.feedQuietly(points);
            expected = watching.finished();
        }
        List<Result> late = new ArrayList<>(points);
        late.removeAll(first);
        Collections.shuffle(late, order);
        try (Watching watching = Watching.groups(RULES, null)) {
            List<AlertTransition> told = new ArrayList<>();
            watching.feedQuietly(first);
            for (Result point : late) {
                told.addAll(watching.raw(point));
                if (order.nextInt(4) == 0) {
                    watching.watermarkQuietly(START + order.nextInt(HOURS) * BusinessTime.HOUR);
                    told.addAll(watching.take());
                }
            }
            told.addAll(watching.finished());
            assertThat(standing(told)).isEqualTo(standing(expected));
        }
    }

    @Property
    void aRestoreInTheMiddleNeitherRepeatsNorLoses(
            @ForAll("points") List<Result> points, @ForAll @IntRange(max = HOURS) int middle) throws Exception {
        List<Result> before =
                points.stream().filter(point -> hourOf(point) < middle).toList();
        List<Result> after =
                points.stream().filter(point -> hourOf(point) >= middle).toList();
        List<String> expected;
        OperatorSubtaskState state;
        try (Watching watching = Watching.groups(RULES, null)) {
            watching.feedQuietly(before);
            watching.watermark(START + middle * BusinessTime.HOUR - 1);
            state = watching.snapshot();
            watching.feedQuietly(after);
            expected = watching.finish();
        }
        try (Watching watching = Watching.groups(RULES, state)) {
            watching.feedQuietly(after);
            assertThat(watching.finish()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Property
    void whatTheClockFindsStandsNoLongerThanWhatAReplayFinds(
            @ForAll("points") List<Result> points, @ForAll Random order) throws Exception {
        Map<String, Result> firsts = new LinkedHashMap<>();
        points.forEach(point -> firsts.putIfAbsent(point.measurement(), point));
        // At last all measurements go on, and the times of points say more than the clock did.
        List<Result> last = List.of(point(0, HOURS + 9, 1), point(4, HOURS + 9, 1));
        List<AlertTransition> expected;
        try (Watching watching = Watching.groups(RULES, null)) {
            watching.feedQuietly(points);
            watching.feedQuietly(last);
            expected = watching.finished();
        }
        List<Result> due = new ArrayList<>(points);
        due.removeAll(firsts.values());
        try (Watching watching = Watching.live(RULES, null)) {
            watching.clockQuietly(START);
            watching.feedQuietly(List.copyOf(firsts.values()));
            for (int hour = 0; hour < HOURS + 6; hour++) {
                watching.clockQuietly(START + hour * BusinessTime.HOUR + order.nextInt(60) * BusinessTime.MINUTE);
                int now = hour;
                List<Result> read = due.stream()
                        .filter(point -> hourOf(point) <= now && order.nextBoolean())
                        .toList();
                watching.feedQuietly(read);
                due.removeAll(read);
            }
            watching.feedQuietly(due);
            watching.feedQuietly(last);
            List<AlertTransition> told = watching.finished();
            assertThat(standing(told)).isEqualTo(standing(expected));
        }
    }

    /** What the newest alert of each rule and place is like, when it was not taken back. */
    private static Map<String, String> standing(List<AlertTransition> told) {
        Map<String, AlertTransition> last = new LinkedHashMap<>();
        told.forEach(alert -> last.put(alert.alertId(), alert));
        Map<String, String> open = new TreeMap<>();
        last.values().stream()
                .filter(alert -> alert.state() != AlertState.RESOLVED && alert.state() != AlertState.RETRACTED)
                .forEach(alert -> open.merge(
                        alert.ruleId() + " " + alert.entity().id(),
                        alert.state() + " " + alert.severity(),
                        (one, other) -> one + " and " + other));
        return open;
    }

    private static List<Result> oneAnHour(List<Result> points) {
        Map<String, Result> one = new HashMap<>();
        points.forEach(point -> one.put(point.series() + point.time(), point));
        List<Result> all = new ArrayList<>(one.values());
        all.sort(Comparator.comparingLong(Result::time).thenComparing(Result::series));
        return all;
    }

    private static int hourOf(Result point) {
        return (int) ((point.time() - START) / BusinessTime.HOUR);
    }

    private static Result point(int series, int hour, int value) {
        String time = ShanghaiTime.local(START + hour * BusinessTime.HOUR);
        String city = series % 2 == 0 ? SmallCity.CITY : SmallCity.OTHER;
        return switch (series / 2) {
            case 0 -> SmallCity.station(series == 0 ? "1431A" : "2562A", time, value, 0);
            case 1 -> SmallCity.city(city, time, value * 20, value == 9 ? 7 : 10, 0);
            case 2 ->
                SmallCity.section(
                        series == 4 ? "upper" : "lower", time, "0." + value, value == 5 ? "maintenance" : "normal");
            default ->
                series == 6
                        ? GroupsTest.unmatched(SmallCity.CITY, time, value)
                        : GroupsTest.entries(SmallCity.CITY, time, 50, 0);
        };
    }
}
