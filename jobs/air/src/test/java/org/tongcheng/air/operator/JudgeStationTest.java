package org.tongcheng.air.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.air.AirFixture.observation;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.air.AirRun;
import org.tongcheng.air.AirTopology;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.OperatorUnderTest;

class JudgeStationTest {

    private static final String HOUR = "air_station_1h";
    private static final String DAY = "air_station_1d";
    private static final String AIR = "5 33 64 0.8 31 32";

    @Test
    void issuesEveryHourAtOnceWithItsDay() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T10:00", AIR));
            operator.feed(observation("cd-1", "2026-03-05T11:00", "5 33 64 0.8 31 76"));

            assertThat(operator.issued(HOUR))
                    .extracting(Result::time, Result::revision, point -> point.field("aqi"))
                    .containsExactly(tuple(at("2026-03-05T10:00"), 0, "60"), tuple(at("2026-03-05T11:00"), 0, "115"));
            assertThat(operator.issued(DAY))
                    .extracting(Result::time, Result::revision, point -> point.field("hours_valid"))
                    .containsExactly(tuple(at("2026-03-05T00:00"), 0, "1"), tuple(at("2026-03-05T00:00"), 1, "2"));
        }
    }

    @Test
    void countsRevisionsOfACorrectedHour() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T10:00", AIR));
            operator.feed(observation("cd-1", "2026-03-05T10:00", "5 33 120 0.8 31 32"));

            assertThat(operator.issued(HOUR))
                    .extracting(Result::revision, point -> point.field("aqi"))
                    .containsExactly(tuple(0, "60"), tuple(1, "100"));
            assertThat(operator.last(DAY).revision()).isEqualTo(1);
        }
    }

    @Test
    void givesMidnightToTheDayBeforeAndItsStandard() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-01T00:00", AIR));
            operator.feed(observation("cd-1", "2026-03-01T01:00", AIR));

            assertThat(operator.issued())
                    .extracting(Result::measurement, Result::time, point -> point.field("standard"))
                    .containsExactly(
                            tuple(HOUR, at("2026-03-01T00:00"), "HJ633-2012"),
                            tuple(DAY, at("2026-02-28T00:00"), "HJ633-2012"),
                            tuple(HOUR, at("2026-03-01T01:00"), "HJ633-2026"),
                            tuple(DAY, at("2026-03-01T00:00"), "HJ633-2026"));
        }
    }

    @Test
    void reportsAFullDay() throws Exception {
        try (var operator = open(null)) {
            for (int hour = 1; hour <= 24; hour++) {
                operator.feed(observation("cd-1", at("2026-03-05T00:00") + hour * BusinessTime.HOUR, AIR));
            }

            Result day = operator.last(DAY);
            assertThat(day.revision()).isEqualTo(23);
            assertThat(day.field("valid")).isEqualTo("true");
            assertThat(day.field("o3_8h_max")).isEqualTo("31");
            assertThat(day.field("aqi")).isEqualTo("60");
        }
    }

    @Test
    void ignoresWhatTheStationDoesNotMonitor() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-3", "2026-03-05T10:00", AIR));

            Result hour = operator.last(HOUR);
            assertThat(hour.field("pm10")).isNull();
            assertThat(hour.field("missing")).isNull();
            assertThat(hour.field("aqi")).isEqualTo("46");
            assertThat(operator.onTheSide(JudgeStation.SHARES).get(0).values()).containsOnlyKeys(AirItem.PM2_5);
        }
    }

    @Test
    void reissuesLaterHoursWhoseFlatLineALateHourCompletes() throws Exception {
        try (var operator = open(null)) {
            for (int hour = 1; hour <= 14; hour++) {
                if (hour != 3) {
                    operator.feed(observation("cd-3", at("2026-03-05T00:00") + hour * BusinessTime.HOUR, AIR));
                }
            }
            List<Result> before = operator.issued();
            assertThat(before).noneMatch(point -> "flat_pm2_5".equals(point.field("qc")));

            operator.feed(observation("cd-3", "2026-03-05T03:00", AIR));

            assertThat(operator.issuedSince(before).subList(0, 4))
                    .extracting(Result::measurement, Result::time, Result::revision, point -> point.field("qc"))
                    .containsExactly(
                            tuple(HOUR, at("2026-03-05T03:00"), 0, null),
                            tuple(HOUR, at("2026-03-05T12:00"), 1, "flat_pm2_5"),
                            tuple(HOUR, at("2026-03-05T13:00"), 1, "flat_pm2_5"),
                            tuple(HOUR, at("2026-03-05T14:00"), 1, "flat_pm2_5"));
            assertThat(operator.issuedSince(before)).hasSize(5);
        }
    }

    @Test
    void tellsTheCityOfHourAndDay() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("dy-1", "2026-03-06T00:00", AIR));

            StationShare share = operator.onTheSide(JudgeStation.SHARES).get(0);
            assertThat(share.cityCode()).isEqualTo("510600");
            assertThat(share.stationId()).isEqualTo("dy-1");
            assertThat(share.label()).isEqualTo(at("2026-03-06T00:00"));
            assertThat(share.dayStart()).isEqualTo(at("2026-03-05T00:00"));
            assertThat(share.values()).hasSize(6);
            assertThat(share.day().hours()).containsEntry(AirItem.CO, 1 << 23);
        }
    }

    @Test
    void refusesAStationThatTheGateCannotHaveLetThrough() throws Exception {
        try (var operator = open(null)) {
            assertThatThrownBy(() -> operator.feed(observation("cd-2", "2026-03-05T00:00", AIR)))
                    .hasMessageContaining("cd-2 is not registered on 2026-03-04");
        }
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T10:00", AIR));
            state = operator.snapshot();
        }
        try (var operator = open(state)) {
            operator.feed(observation("cd-1", "2026-03-05T10:00", "5 33 64 0.8 31 33"));
            operator.feed(observation("cd-1", "2026-03-05T11:00", AIR));

            assertThat(operator.issued(HOUR)).extracting(Result::revision).containsExactly(1, 0);
            assertThat(operator.last(DAY).revision()).isEqualTo(2);
            assertThat(operator.last(DAY).field("hours_valid")).isEqualTo("2");
        }
    }

    @Test
    void forgetsAnHourOnceNothingOfItsDayCanCome() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T01:00", AIR));

            operator.watermark(at("2026-04-10T00:00"));
            operator.feed(observation("cd-1", "2026-03-06T00:00", AIR));
            assertThat(operator.last(DAY).field("hours_valid")).isEqualTo("2");

            operator.watermark(at("2026-04-13T08:00"));
            assertThat(operator.remembered()).isZero();
        }
    }

    private static OperatorUnderTest open(@Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(AirRun.graph(), AirTopology.STATION_UID, state);
    }
}
