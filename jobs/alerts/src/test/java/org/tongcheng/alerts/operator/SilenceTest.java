package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.ledger;
import static org.tongcheng.alerts.SmallCity.section;
import static org.tongcheng.alerts.SmallCity.station;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** Rules on silence, by the times of points alone. */
final class SilenceTest {

    static final RegionBundle STATIONS = SmallCity.with(silence("air_station_1h", "settings: {period_minutes: 60}"));
    private static final RegionBundle SECTIONS =
            SmallCity.with(silence("water_section", "settings: {period_minutes: 240}"));
    private static final RegionBundle TAPS = SmallCity.with(SmallCity.rule(
            "silent",
            "no_data",
            "feed_ledger_1m",
            "field: received",
            "filter: {feed: transit.taps}",
            "settings: {period_minutes: 5}",
            "ladder: {yellow: {raise: 1, clear: 1}, orange: {raise: 6, clear: 1}}",
            "schedule: {from_hour: 7, to_hour: 22}"));

    static String silence(String measurement, String... more) {
        String[] keys = Arrays.copyOf(more, more.length + 1);
        keys[more.length] = "ladder: {blue: {raise: 2, clear: 1}, yellow: {raise: 4, clear: 1}}";
        return SmallCity.rule("silent", "no_data", measurement, keys);
    }

    @Test
    void aStationIsSilentByWhatOthersTell() throws Exception {
        try (Watching watching = Watching.groups(STATIONS, null)) {
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0), station("2562A", "2026-03-05T08:00", 50, 0));
            assertThat(watching.feed(station("1431A", "2026-03-05T10:00", 50, 0)))
                    .isEmpty();
            assertThat(watching.watermark("2026-03-05T09:59")).isEmpty();
            assertThat(watching.watermark("2026-03-05T20:00"))
                    .containsExactlyInAnyOrder("silent@1 2562A #0 firing blue 2026-03-05T10:00 since 2026-03-05T10:00");
            assertThat(watching.feed(station("2562A", "2026-03-05T11:00", 50, 0)))
                    .containsExactly("silent@1 2562A #1 resolved blue 2026-03-05T11:00 since 2026-03-05T10:00 cleared");
        }
    }

    @Test
    void whatWasNeverHeardIsSilentFromTheFirstPointOn() throws Exception {
        try (Watching watching = Watching.groups(STATIONS, null)) {
            // The order in which they come does not matter before anything is judged.
            watching.feed(
                    station("1431A", "2026-03-05T09:00", 50, 0),
                    station("1431A", "2026-03-05T08:00", 50, 0),
                    station("1431A", "2026-03-05T12:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T12:00"))
                    .containsExactlyInAnyOrder(
                            "silent@1 2562A #0 firing blue 2026-03-05T10:00 since 2026-03-05T10:00",
                            "silent@1 2562A #1 firing yellow 2026-03-05T12:00 since 2026-03-05T10:00",
                            "silent@1 1431A #0 firing blue 2026-03-05T11:00 since 2026-03-05T11:00",
                            "silent@1 1431A #1 resolved blue 2026-03-05T12:00 since 2026-03-05T11:00 cleared");
        }
    }

    @Test
    void theEndOfARecordingSilencesNobody() throws Exception {
        try (Watching watching = Watching.groups(STATIONS, null)) {
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0), station("2562A", "2026-03-05T09:00", 50, 0));
            assertThat(watching.finish()).isEmpty();
        }
    }

    @Test
    void aLateReportTakesTheGroundAway() throws Exception {
        try (Watching watching = Watching.groups(STATIONS, null)) {
            watching.feed(
                    station("1431A", "2026-03-05T08:00", 50, 0),
                    station("2562A", "2026-03-05T08:00", 50, 0),
                    station("1431A", "2026-03-05T09:00", 50, 0),
                    station("1431A", "2026-03-05T10:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T10:00")).hasSize(1);
            assertThat(watching.feed(station("2562A", "2026-03-05T09:00", 50, 0)))
                    .containsExactly("silent@1 2562A #1 retracted blue 2026-03-05T10:00 since 2026-03-05T10:00"
                            + " data_corrected");
        }
    }

    @Test
    void aStationIsExpectedOnItsDaysOnly() throws Exception {
        RegionBundle region = SmallCity.with(STATIONS, "air_stations.csv", """
                station_id,name,city_code,longitude,latitude,pollutants,valid_from,valid_to
                1431A,金泉两河,510100,,,,,
                2562A,资阳中学,512000,,,,,2026-03-04
                2563A,新站,512000,,,,2026-03-06,
                """);
        try (Watching watching = Watching.groups(region, null)) {
            watching.feed(station("2562A", "2026-03-04T20:00", 50, 0));
            long start = ShanghaiTime.at("2026-03-04T20:00");
            for (int hour = 0; hour <= 30; hour++) {
                String label = ShanghaiTime.local(start + hour * BusinessTime.HOUR);
                watching.feed(station("1431A", label, 50, 0));
            }
            assertThat(watching.watermark("2026-03-06T02:00"))
                    .containsExactly(
                            "silent@1 2562A #0 firing blue 2026-03-04T22:00 since 2026-03-04T22:00",
                            "silent@1 2562A #1 resolved blue 2026-03-05T00:00 since 2026-03-04T22:00 cleared",
                            "silent@1 2563A #0 firing blue 2026-03-06T02:00 since 2026-03-06T02:00");
        }
    }

    @Test
    void aFeedIsSilentWhenItsScheduleBegins() throws Exception {
        try (Watching watching = Watching.groups(TAPS, null)) {
            watching.feed(
                    ledger("transit.taps", "2026-03-05T21:40", 900),
                    ledger("transit.taps", "2026-03-05T23:30", 1),
                    ledger("water.observations", "2026-03-06T06:59", 9));
            assertThat(watching.watermark("2026-03-06T06:59"))
                    .containsExactly(
                            "silent@1 transit.taps #0 firing yellow 2026-03-05T21:45 since 2026-03-05T21:45",
                            "silent@1 transit.taps #1 muted yellow 2026-03-05T22:00 since 2026-03-05T21:45");
            watching.feed(ledger("water.observations", "2026-03-06T07:00", 9));
            assertThat(watching.watermark("2026-03-06T07:00"))
                    .containsExactly("silent@1 transit.taps #2 firing orange 2026-03-06T07:00 since 2026-03-05T21:45");
        }
    }

    @Test
    void aFeedThatARecordingHasNotIsNotMissedInIt() throws Exception {
        Result[] others = {
            ledger("water.observations", "2026-03-05T08:00", 9), ledger("water.observations", "2026-03-05T12:00", 9)
        };
        try (Watching watching = Watching.groups(TAPS, null)) {
            watching.feed(others);
            assertThat(watching.watermark("2026-03-05T12:00")).isEmpty();
            // From its first record on it is.
            watching.feed(
                    ledger("transit.taps", "2026-03-05T12:30", 900),
                    ledger("water.observations", "2026-03-05T12:35", 9));
            assertThat(watching.watermark("2026-03-05T12:35"))
                    .containsExactly("silent@1 transit.taps #0 firing yellow 2026-03-05T12:35 since 2026-03-05T12:35");
        }
        try (Watching watching = Watching.live(TAPS, null)) {
            watching.feed(others);
            assertThat(watching.watermark("2026-03-05T12:00"))
                    .containsExactly(
                            "silent@1 transit.taps #0 firing yellow 2026-03-05T08:05 since 2026-03-05T08:05",
                            "silent@1 transit.taps #1 firing orange 2026-03-05T08:30 since 2026-03-05T08:05");
        }
    }

    @Test
    void aMinuteThatCountsNothingIsNotHeard() throws Exception {
        try (Watching watching = Watching.groups(TAPS, null)) {
            watching.feed(
                    ledger("transit.taps", "2026-03-05T09:00", 900),
                    ledger("transit.taps", "2026-03-05T09:04", 0),
                    ledger("water.observations", "2026-03-05T09:05", 9));
            assertThat(watching.watermark("2026-03-05T09:05"))
                    .containsExactly("silent@1 transit.taps #0 firing yellow 2026-03-05T09:05 since 2026-03-05T09:05");
        }
    }

    @Test
    void aSilenceThatBeganUnderMaintenanceIsMuted() throws Exception {
        try (Watching watching = Watching.groups(SECTIONS, null)) {
            watching.feed(
                    section("upper", "2026-03-05T00:00", "0.1", "maintenance"),
                    section("lower", "2026-03-05T00:00", "0.1", "normal"),
                    section("lower", "2026-03-05T08:00", "0.1", "normal"));
            assertThat(watching.watermark("2026-03-05T08:00")).isEmpty();
            watching.feed(
                    section("upper", "2026-03-05T12:00", "0.1", "normal"),
                    section("lower", "2026-03-05T16:00", "0.1", "normal"),
                    section("lower", "2026-03-05T20:00", "0.1", "normal"));
            assertThat(watching.watermark("2026-03-05T20:00"))
                    .contains("silent@1 upper #0 firing blue 2026-03-05T20:00 since 2026-03-05T20:00");
        }
    }

    @Test
    void aNewVersionRaisesAgainWhatIsSilentStill() throws Exception {
        try (Watching watching = Watching.groups(STATIONS, null)) {
            watching.feed(
                    station("1431A", "2026-03-05T08:00", 50, 0),
                    station("2562A", "2026-03-05T08:00", 50, 0),
                    station("1431A", "2026-03-05T09:00", 50, 0),
                    station("1431A", "2026-03-05T10:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T10:00")).hasSize(1);
            String changed = new String(STATIONS.files().get("rules.yaml"), StandardCharsets.UTF_8)
                    .replace("version: 1", "version: 2");
            assertThat(watching.publish(SmallCity.with(changed)))
                    .containsExactly("silent@1 2562A #1 resolved blue 2026-03-05T10:00 since 2026-03-05T10:00"
                            + " rule_changed");
            watching.feed(station("1431A", "2026-03-05T11:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T11:00"))
                    .containsExactly(
                            "silent@2 2562A #0 firing blue 2026-03-05T10:00:00.001 since 2026-03-05T10:00:00.001");
        }
    }

    @Test
    void aStationThatComesIsExpectedFromThenOnAndOneThatGoesNoMore() throws Exception {
        try (Watching watching = Watching.groups(STATIONS, null)) {
            watching.feed(
                    station("1431A", "2026-03-05T08:00", 50, 0),
                    station("1431A", "2026-03-05T09:00", 50, 0),
                    station("1431A", "2026-03-05T10:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T10:00")).hasSize(1);
            assertThat(watching.publish(SmallCity.with(STATIONS, "air_stations.csv", """
                            station_id,name,city_code,longitude,latitude,pollutants,valid_from,valid_to
                            1431A,金泉两河,510100,,,,,
                            2563A,新站,512000,,,,,
                            """)))
                    .containsExactly("silent@1 2562A #1 resolved blue 2026-03-05T10:00 since 2026-03-05T10:00"
                            + " rule_changed");
            watching.feed(station("1431A", "2026-03-05T11:00", 50, 0), station("1431A", "2026-03-05T12:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T12:00")).isEmpty();
            watching.feed(station("1431A", "2026-03-05T13:00", 50, 0));
            assertThat(watching.watermark("2026-03-05T13:00"))
                    .singleElement()
                    .asString()
                    .startsWith("silent@1 2563A #0 firing blue 2026-03-05T12:00");
        }
    }
}
