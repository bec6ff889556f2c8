package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.domain.air.AirValues.six;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

class MonthRankingTest {

    private static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    private static final long FIRST = TIME.startOf(LocalDate.of(2026, 3, 1));
    private static final long SECOND = TIME.startOf(LocalDate.of(2026, 3, 2));
    private static final long THIRD = TIME.startOf(LocalDate.of(2026, 3, 3));
    private static final String CLEAN = "6 4 6 0.4 16 3";
    private static final String MIDDLING = "12 8 12 0.8 32 6";
    private static final String FOUL = "60 40 60 4 160 30";

    private final NavigableMap<Long, Map<String, IndexedCity>> month = new TreeMap<>();

    @Test
    void issuesEachReportedDayOfACity() {
        put(FIRST, "510100", CLEAN);
        put(SECOND, "510100", FOUL);

        assertThat(issue())
                .extracting(Result::time, point -> point.field("composite_index"), point -> point.field("days_valid"))
                .containsExactly(tuple(FIRST, "0.6", "1"), tuple(SECOND, "4.06", "2"));
    }

    @Test
    void leavesOutADayThatTheCityDidNotReport() {
        put(FIRST, "510100", CLEAN);
        put(SECOND, "510600", CLEAN);
        put(THIRD, "510100", CLEAN);

        assertThat(issue())
                .extracting(MonthRankingTest::place)
                .containsExactly("03-01 510100 1", "03-02 510600 1", "03-03 510100 1");
    }

    @Test
    void reissuesLaterDaysOfTheChangedCityWithTheNextRevision() {
        put(FIRST, "510100", CLEAN);
        put(SECOND, "510100", CLEAN);
        issue();

        put(FIRST, "510100", FOUL);

        assertThat(issue())
                .extracting(Result::time, Result::revision)
                .containsExactly(tuple(FIRST, 1), tuple(SECOND, 1));
        put(SECOND, "510100", FOUL);
        assertThat(issue()).extracting(Result::time, Result::revision).containsExactly(tuple(SECOND, 2));
    }

    @Test
    void reissuesOthersOnlyWhenTheirPlaceMoves() {
        put(FIRST, "510100", CLEAN);
        put(FIRST, "510600", MIDDLING);
        put(FIRST, "512000", FOUL);
        issue();

        put(FIRST, "510600", "12 8 12 0.8 32 7");
        assertThat(issue()).extracting(MonthRankingTest::place).containsExactly("03-01 510600 2");

        put(FIRST, "510100", "12 8 12 0.8 32 8");
        assertThat(issue()).extracting(MonthRankingTest::place).containsExactly("03-01 510100 2", "03-01 510600 1");
    }

    @Test
    void staysSilentWhenNothingChanges() {
        put(FIRST, "510100", CLEAN);
        issue();

        put(FIRST, "510100", CLEAN);

        assertThat(issue()).isEmpty();
    }

    @Test
    void ranksNoCityWithoutAComposite() {
        put(FIRST, "510100", "6 4 6 0.4 - 3");
        put(FIRST, "510600", FOUL);

        List<Result> points = issue();

        assertThat(points.get(0).field("rank")).isNull();
        assertThat(points.get(0).field("composite_index")).isNull();
        assertThat(points.get(0).field("index_so2")).isEqualTo("0.1");
        assertThat(points.get(1).field("rank")).isEqualTo("1");
    }

    private void put(long day, String city, String values) {
        Map<AirItem, Fraction> exact = new EnumMap<>(AirItem.class);
        six(values).forEach((item, value) -> exact.put(item, Fraction.of(value)));
        month.computeIfAbsent(day, unused -> new HashMap<>())
                .merge(city, new IndexedCity(exact, null, true), (known, unused) -> known.withValues(exact));
    }

    private List<Result> issue() {
        List<Result> points = new MonthRanking(TIME, IndexWeights.EQUAL).reissue(month);
        points.forEach(point -> month.getOrDefault(point.time(), Map.of())
                .computeIfPresent(point.tag("city_code"), (city, known) -> known.withIssued(point)));
        return points;
    }

    private static String place(Result point) {
        return TIME.dayOf(point.time()).toString().substring(5) + " " + point.tag("city_code") + " "
                + point.field("rank");
    }
}
