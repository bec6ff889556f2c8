package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.CITY;
import static org.tongcheng.alerts.SmallCity.city;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** Points that wait: for their parts, or for their hour to be over. */
final class WaitingTest {

    private static final RegionBundle CITY_RULE = SmallCity.with(SmallCity.rule(
            "city-aqi",
            "threshold",
            "air_city_1h",
            "field: aqi",
            "direction: above",
            "ladder: {blue: {raise: 100, clear: 90}}"));

    @Test
    void anHourWaitsForItsStations() throws Exception {
        try (Watching watching = Watching.series(CITY_RULE, null)) {
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 150, 7, 0))).isEmpty();
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 80, 10, 1))).isEmpty();
            assertThat(watching.feed(city(CITY, "2026-03-05T10:00", 150, 10, 0)))
                    .hasSize(1);
        }
    }

    @Test
    void laterHoursWaitBehindIt() throws Exception {
        try (Watching watching = Watching.series(CITY_RULE, null)) {
            assertThat(watching.feed(
                            city(CITY, "2026-03-05T09:00", 150, 7, 0), city(CITY, "2026-03-05T10:00", 50, 10, 0)))
                    .isEmpty();
            assertThat(watching.watermark("2026-03-05T10:59")).isEmpty();
            assertThat(watching.watermark("2026-03-05T11:00"))
                    .containsExactly(
                            "city-aqi@1 510100 #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00",
                            "city-aqi@1 510100 #1 resolved blue 2026-03-05T10:00 since 2026-03-05T09:00 cleared");
        }
    }

    @Test
    void theSeriesItselfDoesNotShowThatTimeHasPassed() throws Exception {
        try (Watching watching = Watching.series(CITY_RULE, null)) {
            watching.feed(city(CITY, "2026-03-05T09:00", 150, 7, 0), city(CITY, "2026-03-05T10:00", 150, 7, 0));
            // Read ahead of other partitions: the hour's other stations may stand there.
            assertThat(watching.feed(city(CITY, "2026-03-05T11:00", 150, 10, 0)))
                    .isEmpty();
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 80, 10, 1))).isEmpty();
            assertThat(watching.finish())
                    .containsExactly("city-aqi@1 510100 #0 firing blue 2026-03-05T10:00 since 2026-03-05T10:00");
        }
    }

    @Test
    void theEndOfOneInputIsNotTheEndOfAll() throws Exception {
        try (Watching watching = Watching.series(CITY_RULE, null)) {
            assertThat(watching.watermark(Long.MAX_VALUE)).isEmpty();
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 150, 7, 0))).isEmpty();
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 80, 10, 1))).isEmpty();
            assertThat(watching.finish()).isEmpty();
        }
    }

    @Test
    void minutesAreSummedUpToTheHourForASurge() throws Exception {
        RegionBundle rules = SmallCity.with(SmallCity.rule(
                "stop-surge",
                "surge",
                "transit_stop_1m",
                "field: total_entries",
                "direction: at_least",
                "ladder: {blue: {raise: 3, clear: 2}}",
                "min_completeness: 0.25"));
        try (Watching watching = Watching.series(rules, null)) {
            for (String day : List.of("2026-03-02", "2026-03-09")) {
                watching.feed(minutes(day + "T08:00", 10));
                assertThat(watching.watermark(day + "T20:00")).isEmpty();
            }
            assertThat(watching.feed(minutes("2026-03-16T08:00", 31))).isEmpty();
            List<AlertTransition> issued = new ArrayList<>();
            watching.watermarkQuietly("2026-03-16T08:59:59.999");
            issued.addAll(watching.take());
            assertThat(issued).hasSize(1);
            assertThat(issued.get(0).value()).isEqualByComparingTo("3.10");
            assertThat(issued.get(0).at()).isEqualTo(ShanghaiTime.at("2026-03-16T08:00"));
            assertThat(watching.feed(
                            minute("2026-03-16T08:00", 1),
                            minute("2026-03-16T08:01", 1),
                            minute("2026-03-16T08:02", 1)))
                    .containsExactly("stop-surge@1 square #1 retracted blue 2026-03-16T08:00 since 2026-03-16T08:00"
                            + " data_corrected");
        }
    }

    @Test
    void aShareIsTakenOfWhatItsFieldBelongsTo() throws Exception {
        try (Watching watching = rejected("{blue: {raise: 0.1, clear: 0.05}}")) {
            assertThat(watching.feed(ledger("2026-03-05T09:00", 100, 10), ledger("2026-03-05T09:01", 100, 11)))
                    .isEmpty();
            assertThat(watching.watermark("2026-03-05T09:01")).isEmpty();
            watching.watermarkQuietly("2026-03-05T09:02");
            List<AlertTransition> issued = watching.take();
            assertThat(issued).hasSize(1);
            assertThat(issued.get(0).value()).isEqualByComparingTo("0.11");
            assertThat(issued.get(0).entity().id()).isEqualTo("transit.taps");
        }
    }

    @Test
    void aMinuteOfTheLedgerIsNotJudgedWhileItGrows() throws Exception {
        try (Watching watching = rejected("{blue: {raise: 0.1, clear: 0.05}, red: {raise: 0.5, clear: 0.4}}")) {
            assertThat(watching.feed(ledger("2026-03-05T09:00", 2, 2))).isEmpty();
            assertThat(watching.feed(ledger("2026-03-05T09:00", 100, 11))).isEmpty();
            assertThat(watching.watermark("2026-03-05T09:01"))
                    .containsExactly("rejected@1 transit.taps #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
            assertThat(watching.feed(ledger("2026-03-05T09:00", 200, 11)))
                    .containsExactly("rejected@1 transit.taps #1 retracted blue 2026-03-05T09:00 since"
                            + " 2026-03-05T09:00 data_corrected");
        }
    }

    private static Watching rejected(String ladder) throws Exception {
        RegionBundle rules = SmallCity.with(SmallCity.rule(
                "rejected",
                "aggregate_share",
                "feed_ledger_1m",
                "field: rejected",
                "direction: above",
                "ladder: " + ladder));
        return Watching.series(rules, null);
    }

    private static Result ledger(String minute, int received, int rejected) {
        return Measurement.FEED_LEDGER_1M
                .at(ShanghaiTime.at(minute))
                .tag("feed", "transit.taps")
                .integer("received", received)
                .integer("rejected", rejected)
                .build(0);
    }

    /** Entries of each minute of an hour. */
    private static Result[] minutes(String hour, int entries) {
        Result[] minutes = new Result[60];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = Measurement.TRANSIT_STOP_1M
                    .at(ShanghaiTime.at(hour) + i * BusinessTime.MINUTE)
                    .tag("city_code", CITY)
                    .tag("stop_id", "square")
                    .integer("total_entries", entries)
                    .build(0);
        }
        return minutes;
    }

    private static Result minute(String minute, int entries) {
        return minutes(minute, entries)[0].withRevision(1);
    }
}
