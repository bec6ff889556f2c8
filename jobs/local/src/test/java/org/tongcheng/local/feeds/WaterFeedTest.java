package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

class WaterFeedTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final int SECTIONS = 17;
    private static final FeedsPlan TEN_DAYS =
            Chengdu.WHOLE_DAY.withTapsPerDay(1_000).during(0, 240);
    private static final List<GeneratedRecord> RECORDS = Chengdu.records(TEN_DAYS);

    @Test
    void everySectionReportsEveryFourHours() {
        List<WaterObservation> slots =
                Chengdu.water(Chengdu.records(Chengdu.UNDISTURBED.withTapsPerDay(1_000)), FaultKind.NONE);

        assertThat(slots).hasSize(6 * SECTIONS);
        assertThat(slots).allMatch(slot -> (slot.observedAt() + 8 * HOUR) % (4 * HOUR) == 0);
        assertThat(slots).extracting(WaterObservation::status).containsOnly(StationStatus.NORMAL);
    }

    @Test
    void aShortDayHasTheSlotThatIsStillDue() {
        FeedsPlan morning = Chengdu.UNDISTURBED.withTapsPerDay(1_000).during(7, 1);
        long begin = new FeedsGenerator(Chengdu.REGION, morning).begin();

        assertThat(Chengdu.water(Chengdu.records(morning), FaultKind.NONE))
                .hasSize(SECTIONS)
                .allMatch(slot -> slot.observedAt() == begin - 3 * HOUR && slot.arrivedAt() >= begin);
    }

    @Test
    void slotsArriveAsLateAsRealOnesDo() {
        List<WaterObservation> slots = Chengdu.water(RECORDS, FaultKind.NONE);

        assertThat(arrivedWithin(slots, 90 * MINUTE - 1)).isZero();
        assertThat(arrivedWithin(slots, 101 * MINUTE)).isCloseTo(0.71, within(0.05));
        assertThat(arrivedWithin(slots, 213 * MINUTE)).isCloseTo(0.92, within(0.03));
        assertThat(arrivedWithin(slots, 240 * MINUTE)).isEqualTo(1);
    }

    @Test
    void fourteenOfAHundredAreCorrectedInFourItems() {
        Map<String, WaterObservation> reported = new HashMap<>();
        for (WaterObservation slot : Chengdu.water(RECORDS, FaultKind.NONE)) {
            reported.put(slot.sectionId() + slot.observedAt(), slot);
        }
        List<WaterObservation> corrections = Chengdu.water(RECORDS, FaultKind.CORRECTION);

        assertThat(corrections.size() / (60.0 * SECTIONS)).isCloseTo(0.14, within(0.035));
        for (WaterObservation corrected : corrections) {
            WaterObservation first =
                    Objects.requireNonNull(reported.get(corrected.sectionId() + corrected.observedAt()));
            for (WaterItem item : WaterItem.values()) {
                if (!Set.of(WaterItem.CODMN, WaterItem.TN, WaterItem.TP, WaterItem.NH3_N)
                        .contains(item)) {
                    assertThat(corrected.values().get(item))
                            .isEqualTo(first.values().get(item));
                }
            }
            assertThat(corrected.sameContent(first)).isFalse();
            assertThat(corrected.arrivedAt()).isGreaterThan(first.arrivedAt());
        }
    }

    @Test
    void someStationsAreInMaintenanceOrDoNotRun() {
        List<WaterObservation> out = Chengdu.water(RECORDS, FaultKind.STATION_STATUS);

        assertThat(out)
                .hasSize(3 * 10)
                .extracting(WaterObservation::status)
                .contains(StationStatus.MAINTENANCE, StationStatus.NOT_RUNNING)
                .doesNotContain(StationStatus.NORMAL);
        assertThat(out)
                .allMatch(slot -> slot.status() == StationStatus.MAINTENANCE
                        ? slot.flags().containsValue("M")
                        : slot.values().isEmpty());
    }

    private static double arrivedWithin(List<WaterObservation> slots, long delay) {
        return slots.stream()
                        .filter(slot -> slot.arrivedAt() - slot.observedAt() <= delay)
                        .count()
                / (double) slots.size();
    }
}
