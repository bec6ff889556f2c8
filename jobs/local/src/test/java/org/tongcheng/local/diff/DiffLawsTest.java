package org.tongcheng.local.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.local.diff.TestSide.HOUR;
import static org.tongcheng.local.diff.TestSide.NOON;
import static org.tongcheng.local.diff.TestSide.air;
import static org.tongcheng.local.diff.TestSide.everything;
import static org.tongcheng.local.diff.TestSide.fields;
import static org.tongcheng.local.diff.TestSide.journeys;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any points. */
class DiffLawsTest {

    private static final int TRIES = 60;

    @Property(tries = TRIES)
    void isEmptyOfAThingWithItself(@ForAll("results") List<Point> points) {
        assertThat(TestSide.of(points)
                        .against(TestSide.of(points), everything())
                        .equal())
                .isTrue();
    }

    @Property(tries = TRIES)
    void doesNotDependOnTheOrderNorOnOlderRevisions(@ForAll("results") List<Point> points, @ForAll Random random) {
        List<Point> told = new ArrayList<>();
        for (Point point : points) {
            int revisions = random.nextInt(3);
            for (int revision = 0; revision < revisions; revision++) {
                told.add(revised(point, revision, fields("aqi", random.nextInt(500))));
            }
            told.add(revised(point, revisions, point.fields()));
        }
        Collections.shuffle(told, random);

        DiffReport report = TestSide.of(points).against(TestSide.of(told), everything());

        assertThat(report.found().differences()).isEmpty();
        assertThat(report.equal()).isTrue();
    }

    @Property(tries = TRIES)
    void isMirroredWhenTheSidesAreSwapped(@ForAll("results") List<Point> a, @ForAll("results") List<Point> b) {
        Map<String, Tally> one =
                TestSide.of(a).against(TestSide.of(b), everything()).found().tallies();
        Map<String, Tally> other =
                TestSide.of(b).against(TestSide.of(a), everything()).found().tallies();

        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((name, tally) -> {
            Tally mirrored = other.get(name);
            assertThat(tally.onlyInA()).isEqualTo(mirrored.onlyInB());
            assertThat(tally.onlyInB()).isEqualTo(mirrored.onlyInA());
            assertThat(tally.inA()).isEqualTo(mirrored.inB());
            assertThat(tally.different()).isEqualTo(mirrored.different());
            assertThat(tally.inA() - tally.onlyInA()).isEqualTo(tally.inB() - tally.onlyInB());
        });
    }

    @Property(tries = TRIES)
    void findsAChangedFieldExactly(@ForAll("results") List<Point> points, @ForAll @IntRange(max = 1000) int which) {
        Point before = points.get(which % points.size());
        Map<String, Value> changed = new TreeMap<>(before.fields());
        Value was = changed.get("amount");
        Value is = new Value(
                Value.Kind.NUMBER,
                new BigDecimal(was.text()).add(BigDecimal.ONE).toString());
        changed.put("amount", is);
        List<Point> after = new ArrayList<>(points);
        after.set(which % points.size(), revised(before, 0, changed));

        DiffReport report = TestSide.of(points).against(TestSide.of(after), everything());

        assertThat(report.found().differences()).singleElement().satisfies(found -> {
            assertThat(found.point()).isEqualByComparingTo(before);
            assertThat(found.field()).isEqualTo("amount");
            assertThat(found.a()).isEqualTo(was);
            assertThat(found.b()).isEqualTo(is);
        });
        assertThat(report.found().tallies().values().stream()
                        .mapToLong(Tally::different)
                        .sum())
                .isEqualTo(1);
    }

    @Property(tries = TRIES)
    void findsAMissingPointExactly(@ForAll("results") List<Point> points, @ForAll @IntRange(max = 1000) int which) {
        List<Point> fewer = new ArrayList<>(points);
        Point gone = fewer.remove(which % points.size());

        DiffReport report = TestSide.of(points).against(TestSide.of(fewer), everything());

        assertThat(report.found().differences())
                .containsExactly(new Difference(Difference.Kind.ONLY_IN_A, gone, "", null, null));
    }

    private static Point revised(Point point, int revision, Map<String, Value> fields) {
        return new Point(point.measurement(), point.tags(), point.time(), revision, fields);
    }

    /** Points of two measurements, each with an amount that is not 0. */
    @Provide
    Arbitrary<List<Point>> results() {
        Arbitrary<String> cities = Arbitraries.of("510100", "510600", "511400", "a b,c");
        Arbitrary<Long> hours = Arbitraries.longs().between(0, 30).map(hour -> NOON + hour * HOUR);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, BigDecimal.valueOf(1000))
                .ofScale(2);
        Arbitrary<String> texts = Arbitraries.of("pm10", "臭氧", "\"quoted\\", "");
        Arbitrary<Boolean> kinds = Arbitraries.of(true, false);
        return Combinators.combine(cities, hours, amounts, texts, kinds)
                .as((city, hour, amount, text, air) -> air
                        ? air(city, hour, "amount", amount, "primary_pollutants", text, "valid", air)
                        : journeys(city, hour, "amount", amount, "journeys", 3))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .uniqueElements(point -> point.measurement() + point.tags() + point.time());
    }
}
