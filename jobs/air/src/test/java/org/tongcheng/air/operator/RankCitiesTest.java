package org.tongcheng.air.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.air.AirFixture.six;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.air.AirRun;
import org.tongcheng.air.AirTopology;
import org.tongcheng.domain.air.Fraction;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.OperatorUnderTest;

class RankCitiesTest {

    private static final String CLEAN = "6 4 6 0.4 16 3";
    private static final String FOUL = "60 40 60 4 160 30";
    private static final long SETTLING = RankCities.SETTLING.toMillis();

    @Test
    void gathersChangesBeforeItIssues() throws Exception {
        try (var operator = open(null)) {
            operator.feed(day("510100", "2026-03-05", CLEAN));
            operator.feed(day("510100", "2026-03-05", FOUL));
            operator.feed(day("510600", "2026-03-05", CLEAN));
            assertThat(operator.issued()).isEmpty();

            operator.processingTime(SETTLING);

            assertThat(operator.issued())
                    .extracting(Result::series, Result::revision, point -> point.field("rank"))
                    .containsExactly(
                            tuple("air_city_index_mtd,city_code=510100", 0, "2"),
                            tuple("air_city_index_mtd,city_code=510600", 0, "1"));
        }
    }

    @Test
    void reissuesTheRestOfTheMonthAndNoOther() throws Exception {
        try (var operator = open(null)) {
            operator.feed(day("510100", "2026-02-28", CLEAN));
            operator.feed(day("510100", "2026-03-01", CLEAN));
            operator.feed(day("510100", "2026-03-02", CLEAN));
            operator.processingTime(SETTLING);
            List<Result> before = operator.issued();

            operator.feed(day("510100", "2026-03-01", FOUL));
            operator.processingTime(2 * SETTLING);

            assertThat(operator.issuedSince(before))
                    .extracting(Result::time, Result::revision)
                    .containsExactly(tuple(at("2026-03-01T00:00"), 1), tuple(at("2026-03-02T00:00"), 1));
        }
    }

    @Test
    void staysSilentAboutTheSameValues() throws Exception {
        try (var operator = open(null)) {
            operator.feed(day("510100", "2026-03-01", CLEAN));
            operator.processingTime(SETTLING);
            List<Result> before = operator.issued();

            operator.feed(day("510100", "2026-03-01", CLEAN));
            operator.processingTime(2 * SETTLING);

            assertThat(operator.issuedSince(before)).isEmpty();
        }
    }

    @Test
    void issuesTheRestAtTheEndOfABoundedInput() throws Exception {
        try (var operator = open(null)) {
            operator.feed(day("510100", "2026-03-01", CLEAN));

            operator.watermark(Long.MAX_VALUE);

            assertThat(operator.issued()).extracting(Result::revision).containsExactly(0);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void keepsWhatItGatheredThroughARestore() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(null)) {
            operator.feed(day("510100", "2026-03-01", CLEAN));
            operator.processingTime(SETTLING);
            operator.feed(day("510100", "2026-03-02", FOUL));
            state = operator.snapshot();
        }
        try (var operator = open(state)) {
            operator.processingTime(3 * SETTLING);

            assertThat(operator.issued())
                    .extracting(Result::time, Result::revision, point -> point.field("composite_index"))
                    .containsExactly(tuple(at("2026-03-02T00:00"), 0, "4.06"));
        }
    }

    @Test
    void forgetsAMonthOnceNothingOfItCanCome() throws Exception {
        try (var operator = open(null)) {
            operator.feed(day("510100", "2026-03-01", CLEAN));
            operator.processingTime(SETTLING);

            operator.watermark(at("2026-05-05T00:00"));
            operator.feed(day("510100", "2026-03-31", FOUL));
            operator.processingTime(2 * SETTLING);
            assertThat(operator.last("air_city_index_mtd").field("days_valid")).isEqualTo("2");

            operator.watermark(at("2026-05-10T00:00"));
            operator.feed(day("510100", "2026-05-10", CLEAN));
            operator.processingTime(3 * SETTLING);
            int oneDay = operator.remembered();
            operator.watermark(at("2026-07-10T00:00"));
            assertThat(operator.remembered()).isLessThan(oneDay);
        }
    }

    private static CityDayValues day(String city, String day, String values) {
        Map<AirItem, Fraction> exact = new EnumMap<>(AirItem.class);
        six(values).forEach((item, value) -> exact.put(item, Fraction.of(value)));
        return new CityDayValues(city, at(day + "T00:00"), exact);
    }

    private static OperatorUnderTest open(@Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(AirRun.graph(), AirTopology.RANKING_UID, state);
    }
}
