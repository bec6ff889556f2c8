package org.tongcheng.air.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.air.AirFixture.TIME;
import static org.tongcheng.air.AirFixture.six;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.air.AirRun;
import org.tongcheng.air.AirTopology;
import org.tongcheng.domain.air.DayValues;
import org.tongcheng.domain.air.Fraction;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.OperatorUnderTest;

class JudgeCityTest {

    private static final String HOUR = "air_city_1h";
    private static final String DAY = "air_city_1d";

    @Test
    void averagesTheStationsOfAnHour() throws Exception {
        try (var operator = open(null)) {
            operator.feed(share("cd-1", "2026-03-05T10:00", "5 33 64 0.8 31 32"));
            operator.feed(share("cd-2", "2026-03-05T10:00", "- 34 66 0.9 - 37"));

            Result hour = operator.last(HOUR);
            assertThat(hour.series()).isEqualTo("air_city_1h,city_code=510100");
            assertThat(hour.time()).isEqualTo(at("2026-03-05T10:00"));
            assertThat(hour.revision()).isEqualTo(1);
            assertThat(List.of("so2", "no2", "pm10", "co", "o3", "pm2_5"))
                    .extracting(hour::field)
                    .containsExactly("5", "34", "65", "0.8", "31", "34");
            assertThat(hour.field("stations_reporting")).isEqualTo("2");
            assertThat(hour.field("stations_expected")).isEqualTo("3");
        }
    }

    @Test
    void countsASilentStationThatReports() throws Exception {
        try (var operator = open(null)) {
            operator.feed(share("cd-1", "2026-03-04T10:00", "- - - - - -"));

            assertThat(operator.last(HOUR).field("stations_reporting")).isEqualTo("1");
            assertThat(operator.last(HOUR).field("stations_expected")).isEqualTo("2");
            assertThat(operator.last(HOUR).field("missing")).isEqualTo("so2,no2,pm10,co,o3,pm2_5");
        }
    }

    @Test
    void replacesAStationsValueByItsCorrection() throws Exception {
        try (var operator = open(null)) {
            operator.feed(share("cd-1", "2026-03-05T10:00", "5 33 64 0.8 31 32"));
            operator.feed(share("cd-1", "2026-03-05T10:00", "5 33 80 0.8 31 32"));

            assertThat(operator.issued(HOUR))
                    .extracting(Result::revision, point -> point.field("pm10"))
                    .containsExactly(tuple(0, "64"), tuple(1, "80"));
        }
    }

    @Test
    void reportsTheDayAndGivesItToTheRankingUnrounded() throws Exception {
        try (var operator = open(null)) {
            operator.feed(share("cd-1", "2026-03-05T10:00", "5 33 64 0.8 31 32"));
            operator.feed(share("cd-2", "2026-03-05T11:00", "6 34 67 0.9 36 37"));

            Result day = operator.last(DAY);
            assertThat(day.time()).isEqualTo(at("2026-03-05T00:00"));
            assertThat(day.revision()).isEqualTo(1);
            assertThat(day.field("no2")).isEqualTo("34");
            assertThat(day.field("valid")).isEqualTo("true");
            CityDayValues given = operator.onTheSide(JudgeCity.DAYS).get(1);
            assertThat(given.cityCode()).isEqualTo("510100");
            assertThat(given.dayStart()).isEqualTo(at("2026-03-05T00:00"));
            assertThat(given.values()).containsEntry(AirItem.NO2, Fraction.of(new BigDecimal("33.5")));
        }
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(null)) {
            operator.feed(share("cd-1", "2026-03-05T10:00", "5 33 64 0.8 31 32"));
            state = operator.snapshot();
        }
        try (var operator = open(state)) {
            operator.feed(share("cd-2", "2026-03-05T10:00", "5 33 66 0.8 31 32"));

            assertThat(operator.last(HOUR).revision()).isEqualTo(1);
            assertThat(operator.last(HOUR).field("pm10")).isEqualTo("65");
            assertThat(operator.last(DAY).field("pm10")).isEqualTo("65");
        }
    }

    @Test
    void forgetsADayOnceNothingOfItCanCome() throws Exception {
        try (var operator = open(null)) {
            operator.feed(share("cd-1", "2026-03-05T01:00", "5 33 64 0.8 31 32"));

            operator.watermark(at("2026-04-10T00:00"));
            operator.feed(share("cd-2", "2026-03-06T00:00", "5 33 66 0.8 31 32"));
            assertThat(operator.last(DAY).field("pm10")).isEqualTo("65");

            operator.watermark(at("2026-04-13T08:00"));
            assertThat(operator.remembered()).isZero();
        }
    }

    /** An hour of a station whose whole day was like it. */
    private static StationShare share(String stationId, String local, String values) {
        Map<AirItem, BigDecimal> six = six(values);
        long label = at(local);
        LocalDate day = TIME.dayOfHourEnding(label);
        return new StationShare(
                "510100", stationId, label, six, TIME.startOf(day), DayValues.ofHours(Collections.nCopies(24, six)));
    }

    private static OperatorUnderTest open(@Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(AirRun.graph(), AirTopology.CITY_UID, state);
    }
}
