package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** Points of two cities in any order, with missing values, missing parts, corrections and muted hours. */
@PropertyDefaults(tries = 60)
final class WatchSeriesLawsTest {

    private static final long START = ShanghaiTime.at("2026-03-05T06:00");
    private static final RegionBundle RULES = SmallCity.with(SmallCity.rule(
            "city-aqi",
            "threshold",
            "air_city_1h",
            "field: aqi",
            "direction: above",
            "ladder: {blue: {raise: 100, clear: 90}, red: {raise: 200, clear: 190}}",
            "for: 1h",
            "clear_for: 1h",
            "schedule: {from_hour: 8, to_hour: 16}"));

    @Provide
    Arbitrary<List<Result>> arrivals() {
        return Combinators.combine(
                        Arbitraries.of(SmallCity.CITY, SmallCity.OTHER),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(-1, 50, 95, 120, 250),
                        Arbitraries.of(10, 10, 10, 7))
                .as(WatchSeriesLawsTest::point)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void aRestoreInTheMiddleNeitherRepeatsNorLoses(
            @ForAll("arrivals") List<Result> arrivals, @ForAll @IntRange(max = 100) int percent) throws Exception {
        int middle = arrivals.size() * percent / 100;
        List<String> expected;
        OperatorSubtaskState state;
        try (Watching watching = Watching.series(RULES, null)) {
            watching.feed(arrivals.subList(0, middle).toArray(Result[]::new));
            state = watching.snapshot();
            expected = finish(watching, arrivals.subList(middle, arrivals.size()));
        }
        try (Watching watching = Watching.series(RULES, state)) {
            assertThat(finish(watching, arrivals.subList(middle, arrivals.size())))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Property
    void theOrderBetweenSeriesDoesNotMatter(@ForAll("arrivals") List<Result> arrivals, @ForAll Random order)
            throws Exception {
        List<Result> places = new ArrayList<>(arrivals);
        Collections.shuffle(places, order);
        Map<String, List<Result>> bySeries = new HashMap<>();
        arrivals.forEach(point -> bySeries.computeIfAbsent(point.series(), unused -> new ArrayList<>())
                .add(point));
        List<Result> mixed = places.stream()
                .map(place -> bySeries.get(place.series()).remove(0))
                .toList();
        try (Watching one = Watching.series(RULES, null);
                Watching other = Watching.series(RULES, null)) {
            assertThat(finish(other, mixed)).containsExactlyInAnyOrderElementsOf(finish(one, arrivals));
        }
    }

    private static List<String> finish(Watching watching, List<Result> arrivals) throws Exception {
        List<String> told = new ArrayList<>(watching.feed(arrivals.toArray(Result[]::new)));
        told.addAll(watching.finish());
        return told;
    }

    private static Result point(String city, int hour, int aqi, int reporting) {
        var point = Measurement.AIR_CITY_1H.at(START + hour * BusinessTime.HOUR).tag("city_code", city);
        return (aqi < 0 ? point : point.integer("aqi", aqi))
                .integer("stations_reporting", reporting)
                .integer("stations_expected", 10)
                .build(0);
    }
}
