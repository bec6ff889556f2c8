package org.tongcheng.local.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.local.diff.TestSide.HOUR;
import static org.tongcheng.local.diff.TestSide.NOON;
import static org.tongcheng.local.diff.TestSide.air;
import static org.tongcheng.local.diff.TestSide.everything;
import static org.tongcheng.local.diff.TestSide.journeys;
import static org.tongcheng.local.diff.TestSide.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.diff.Side.Origin;
import org.tongcheng.local.diff.Side.Times;
import org.tongcheng.local.server.LocalFailure;

class DiffTest {

    private static final Set<Feed> ALL = Set.of(Feed.values());

    @Test
    void numbersAreDecimals() {
        TestSide a = TestSide.of(air("510100", NOON, "pm2_5", new BigDecimal("12.0"), "so2", new BigDecimal("0.1")));
        TestSide b = TestSide.of(air("510100", NOON, "pm2_5", 12, "so2", new BigDecimal("1e-1")));

        assertThat(a.against(b, everything()).equal()).isTrue();
        assertThat(a.against(TestSide.of(air("510100", NOON, "pm2_5", "12.0", "so2", 0.1)), everything())
                        .found()
                        .differences())
                .as("a text is no number")
                .singleElement()
                .extracting(Difference::field)
                .isEqualTo("pm2_5");
    }

    @Test
    void numbersMayBeOffByTheTolerance() {
        TestSide a = TestSide.of(air("510100", NOON, "pm2_5", 12.00, "so2", 5.0, "qc", "x"));
        TestSide b = TestSide.of(air("510100", NOON, "pm2_5", 12.01, "so2", 5.1, "qc", "x"));

        assertThat(different(a, b, List.of("0.01"))).containsExactly("so2");
        assertThat(different(a, b, List.of("0.01", "so2=0.1"))).isEmpty();
        assertThat(different(a, b, List.of("so2=0.1"))).containsExactly("pm2_5");
        assertThat(different(a, b, List.of("0.1", "so2=0"))).containsExactly("so2");
        assertThatThrownBy(() -> Tolerance.of(List.of("so2=wide"))).hasMessageContaining("--tolerance", "so2=wide");
        assertThatThrownBy(() -> Tolerance.of(List.of("-1"))).hasMessageContaining("-1");
    }

    private static List<String> different(TestSide a, TestSide b, List<String> tolerances) {
        Question question = Question.of(List.of(), tolerances, null, null, 20);
        return a.against(b, question).found().differences().stream()
                .map(Difference::field)
                .toList();
    }

    @Test
    void whatCameUndoneIsAbsent() {
        Point air = air("510100", NOON, "aqi", 0);
        TestSide a = TestSide.of(air, journeys("510600", NOON, "journeys", 0, "amount_fen", 0));

        DiffReport report = a.against(TestSide.of(air), everything());

        assertThat(report.equal()).isTrue();
        assertThat(report.found().tallies()).containsOnlyKeys("air_city_1h");
        assertThat(TestSide.of(air)
                        .against(TestSide.of(journeys("510600", NOON, "journeys", 1)), everything())
                        .equal())
                .isFalse();
    }

    @Test
    void aPartOfAWindowIsCountedAndNotCompared() {
        TestSide run =
                TestSide.of(air("510100", NOON, "aqi", 3, "partial", true), air("510600", NOON, "partial", true));
        TestSide live = TestSide.of(air("510100", NOON, "aqi", 50));

        for (DiffReport report : List.of(
                run.against(live, everything()), live.against(run, everything()), run.against(run, everything()))) {
            assertThat(report.equal()).isTrue();
            assertThat(report.found().tallies().get("air_city_1h").partial()).isEqualTo(2);
        }
    }

    @Test
    void aRunLimitsWhatIsCompared() {
        TestSide run = TestSide.of(air("510100", NOON + HOUR, "aqi", 3))
                .with(new Origin(new Times(NOON, NOON + 2 * HOUR), ALL));
        // An hour is labelled by its end: that of noon lies before, that of three behind.
        TestSide live = TestSide.of(
                air("510100", NOON, "aqi", 1),
                air("510100", NOON + HOUR, "aqi", 3),
                air("510100", NOON + 3 * HOUR, "aqi", 2));

        assertThat(run.against(live, everything()).equal()).isTrue();
        assertThat(live.against(run, everything()).equal()).isTrue();
        assertThat(run.against(live, everything()).text())
                .contains("from 2026-03-05T12:00:00+08:00", "to   2026-03-05T14:00:00+08:00");
    }

    @Test
    void runsOfOtherTimesAreRefusedUnlessNarrowed() {
        TestSide one =
                TestSide.of(air("510100", NOON + HOUR, "aqi", 3)).with(new Origin(new Times(NOON, NOON + HOUR), ALL));
        TestSide other = TestSide.of(air("510100", NOON + HOUR, "aqi", 3), air("510100", NOON + 2 * HOUR, "aqi", 4))
                .with(new Origin(new Times(NOON, NOON + 2 * HOUR), ALL));

        assertThatThrownBy(() -> one.against(other, everything()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "from 2026-03-05T12:00:00+08:00 to 2026-03-05T13:00:00+08:00",
                        "to 2026-03-05T14:00:00+08:00",
                        "--from and --to");
        Question narrowed = Question.of(List.of(), List.of(), NOON, null, 20);
        assertThat(one.against(other, narrowed).equal()).isTrue();
        Question elsewhere = Question.of(List.of(), List.of(), NOON + 24 * HOUR, null, 20);
        assertThatThrownBy(() -> one.against(other, elsewhere)).hasMessageContaining("no time that both");
    }

    @Test
    void ofRunsOfOtherFeedsWhatBothHaveIsCompared() {
        Point air = air("510100", NOON, "aqi", 3);
        Point airMinute = ledger("air.observations", NOON, "received", 1);
        TestSide airOnly = TestSide.of(air, airMinute).with(new Origin(null, Set.of(Feed.AIR_OBSERVATIONS)));
        TestSide both = TestSide.of(
                air,
                airMinute,
                journeys("510600", NOON, "journeys", 1),
                ledger("transit.taps", NOON, "received", 1),
                new Point("region_1h", List.of(), NOON, 0, Map.of()));

        DiffReport report = airOnly.against(both, everything());

        assertThat(report.equal()).isTrue();
        assertThat(report.found().tallies()).containsOnlyKeys("air_city_1h", "feed_ledger_1m");
        assertThat(report.found().tallies().get("feed_ledger_1m").inB()).isEqualTo(1);
        assertThat(report.text()).contains("note: A comes of air.observations, B of transit.taps and air");
    }

    @Test
    void onlyWhatIsAskedForIsCompared() {
        TestSide a = TestSide.of(air("510100", NOON, "aqi", 3), journeys("510600", NOON, "journeys", 1));
        TestSide b = TestSide.of(air("510100", NOON, "aqi", 3));
        Question asked = Question.of(List.of("air_city_1h"), List.of(), null, null, 20);

        assertThat(a.against(b, asked).equal()).isTrue();
        assertThat(a.against(b, everything()).equal()).isFalse();
        assertThatThrownBy(() -> Question.of(List.of("air_city"), List.of(), null, null, 20))
                .hasMessageContaining("--measurement air_city")
                .hasMessageContaining("air_city_1h");
        Question nothing = Question.of(List.of("water_section"), List.of(), null, null, 20);
        assertThatThrownBy(() -> a.against(b, nothing))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("nothing to compare");
    }

    @Test
    void tellsPeopleAndPrograms() throws Exception {
        TestSide a = TestSide.of(
                        air("510100", NOON, "pm2_5", 32, "primary_pollutants", "pm10"),
                        air("510100", NOON + HOUR, "aqi", 53, "valid", true),
                        air("510600", NOON, "aqi", 1))
                .named("runs/before");
        TestSide b = TestSide.of(
                        air("510100", NOON, "pm2_5", 32.5),
                        air("510100", NOON + HOUR, "aqi", 53, "valid", true),
                        journeys("510600", NOON, "journeys", 2))
                .named("bucket tongcheng of InfluxDB at http://localhost:8086");
        DiffReport report = a.against(b, everything());

        assertThat(report.text()).isEqualTo(golden("report.txt"));
        assertThat(report.json()).isEqualTo(golden("report.json"));
    }

    @Test
    void showsNoMoreThanTheFirstDifferences() {
        TestSide a = TestSide.of(air("510100", NOON, "aqi", 1), air("510600", NOON, "aqi", 2));
        TestSide b = TestSide.of(air("510100", NOON, "aqi", 3), air("510600", NOON, "aqi", 4));
        DiffReport report = a.against(b, Question.of(List.of(), List.of(), null, null, 1));

        assertThat(report.found().differences()).hasSize(1);
        assertThat(report.found().tallies().get("air_city_1h").different()).isEqualTo(2);
    }

    private static String golden(String name) throws Exception {
        return Files.readString(Path.of("src/test/resources/diff", name), StandardCharsets.UTF_8);
    }
}
