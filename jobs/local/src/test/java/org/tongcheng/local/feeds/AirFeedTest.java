package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;

class AirFeedTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final FeedsPlan TEN_DAYS =
            Chengdu.WHOLE_DAY.withTapsPerDay(1_000).during(0, 240);
    private static final FeedsGenerator GENERATOR = new FeedsGenerator(Chengdu.REGION, TEN_DAYS);
    private static final List<GeneratedRecord> RECORDS = Chengdu.drained(GENERATOR.records());

    @Test
    void everyStationValidThenReportsEveryHour() {
        List<AirObservation> hours =
                Chengdu.air(Chengdu.records(Chengdu.UNDISTURBED.withTapsPerDay(1_000)), FaultKind.NONE);
        Set<String> stations = new TreeSet<>();
        hours.forEach(hour -> stations.add(hour.stationId()));

        assertThat(stations).hasSize(24).doesNotContain("1437A");
        assertThat(hours).hasSize(24 * 24);
        assertThat(hours)
                .extracting(AirObservation::observedAt)
                .contains(GENERATOR.begin() + HOUR, GENERATOR.begin() + 24 * HOUR)
                .doesNotContain(GENERATOR.begin());
    }

    @Test
    void aStationReplacedLaterReportsInItsOwnTime() {
        FeedsPlan before = new FeedsPlan(7, LocalDate.of(2019, 6, 1), 0, 6, 1_000, false, false, false);

        assertThat(Chengdu.air(Chengdu.records(before), FaultKind.NONE))
                .extracting(AirObservation::stationId)
                .contains("1437A")
                .doesNotContain("3357A");
    }

    @Test
    void anHourArrivesEightToThirtyFiveMinutesAfterItsEnd() {
        assertThat(Chengdu.air(RECORDS, FaultKind.NONE))
                .allMatch(hour -> hour.arrivedAt() >= hour.observedAt() + 8 * MINUTE
                        && hour.arrivedAt() <= hour.observedAt() + 35 * MINUTE);
    }

    @Test
    void valuesAreWholeExceptCarbonMonoxide() {
        for (AirObservation hour : Chengdu.air(RECORDS, FaultKind.NONE)) {
            hour.values().forEach((item, value) -> assertThat(value.scale())
                    .isLessThanOrEqualTo(item == AirItem.CO ? 1 : 0));
        }
    }

    @Test
    void daysAreSmoothAndOzonePeaksInTheAfternoon() {
        List<AirObservation> hours =
                Chengdu.air(Chengdu.records(Chengdu.UNDISTURBED.withTapsPerDay(1_000)), FaultKind.NONE);

        assertThat(mean(hours, 15, AirItem.O3)).isGreaterThan(2 * mean(hours, 6, AirItem.O3));
        for (int hour = 2; hour <= 24; hour++) {
            assertThat(mean(hours, hour, AirItem.PM2_5)).isCloseTo(mean(hours, hour - 1, AirItem.PM2_5), within(8.0));
        }
    }

    @Test
    void winterIsDustyAndSummerRichInOzone() {
        FeedsPlan winter =
                FeedsPlan.of(7, LocalDate.of(2026, 1, 10)).withIncidents(false).withTapsPerDay(1_000);
        FeedsPlan summer =
                FeedsPlan.of(7, LocalDate.of(2026, 7, 10)).withIncidents(false).withTapsPerDay(1_000);
        List<AirObservation> cold = Chengdu.air(Chengdu.records(winter), FaultKind.NONE);
        List<AirObservation> warm = Chengdu.air(Chengdu.records(summer), FaultKind.NONE);

        assertThat(mean(cold, 9, AirItem.PM2_5)).isGreaterThan(mean(warm, 9, AirItem.PM2_5));
        assertThat(mean(warm, 15, AirItem.O3)).isGreaterThan(mean(cold, 15, AirItem.O3));
    }

    @Test
    void someHoursAreCorrectedPolledTwiceOrFlagged() {
        double hours = 24 * 240;

        assertThat(Chengdu.air(RECORDS, FaultKind.CORRECTION).size() / hours).isCloseTo(0.02, within(0.006));
        assertThat(Chengdu.air(RECORDS, FaultKind.REPEATED_POLL).size() / hours).isCloseTo(0.03, within(0.008));
        assertThat(Chengdu.air(RECORDS, FaultKind.FLAGGED_VALUES).size() / hours)
                .isCloseTo(0.015, within(0.006));
        assertThat(Chengdu.air(RECORDS, FaultKind.FLAGGED_VALUES))
                .allMatch(hour -> Set.of("M", "D", "B").containsAll(hour.flags().values()))
                .noneMatch(hour -> hour.flags().isEmpty());
    }

    @Test
    void oneStationFallsSilentAtNine() {
        String silent = Objects.requireNonNull(GENERATOR.silentAirStation());

        assertThat(Chengdu.of(RECORDS, Feed.AIR_OBSERVATIONS, FaultKind.NONE).stream()
                        .filter(hour -> hour.key().equals(silent))
                        .mapToLong(GeneratedRecord::eventTime)
                        .max())
                .hasValue(GENERATOR.begin() + 9 * HOUR);
    }

    private static double mean(List<AirObservation> hours, int hour, AirItem item) {
        ToDoubleFunction<AirObservation> value =
                observation -> Objects.requireNonNullElse(observation.values().get(item), BigDecimal.ZERO)
                        .doubleValue();
        return hours.stream()
                .filter(observation -> (observation.observedAt() / HOUR + 8) % 24 == hour % 24)
                .mapToDouble(value)
                .average()
                .orElse(0);
    }
}
