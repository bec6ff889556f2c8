package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Tap;

class TapFaultsTest {

    private static final long HOUR = 3_600_000;
    private static final List<GeneratedRecord> RECORDS = Chengdu.records(Chengdu.WHOLE_DAY);

    @Test
    void fiveOfAThousandTapsComeTwiceByteForByte() {
        List<GeneratedRecord> duplicates = of(FaultKind.EXACT_DUPLICATE);
        Map<String, byte[]> payloads = new HashMap<>();
        for (GeneratedRecord generated : RECORDS) {
            if (generated.feed() == Feed.TRANSIT_TAPS && generated.fault().reason() == null) {
                String transaction =
                        ((Tap) Chengdu.value(generated)).transactionId().toString();
                byte[] first = payloads.putIfAbsent(transaction, generated.payload());
                if (first != null) {
                    assertThat(generated.fault()).isEqualTo(FaultKind.EXACT_DUPLICATE);
                    assertThat(generated.payload()).isEqualTo(first);
                }
            }
        }

        assertThat(duplicates.size() / 200_000.0).isCloseTo(0.005, within(0.001));
    }

    @Test
    void aBusWithoutConnectionHandsInItsWholeHourOneToSixHoursLate() {
        Set<String> lateHours = new HashSet<>();
        Set<String> punctualHours = new HashSet<>();
        for (GeneratedRecord generated : RECORDS) {
            if (generated.feed() == Feed.TRANSIT_TAPS && generated.fault().reason() == null) {
                String payload = new String(generated.payload(), StandardCharsets.UTF_8);
                int vehicle = payload.indexOf("\"vehicle_id\":");
                if (vehicle >= 0 && generated.fault() == FaultKind.NONE) {
                    punctualHours.add(hourOf(generated, payload, vehicle));
                } else if (generated.fault() == FaultKind.UPLOADED_HOURS_LATE) {
                    lateHours.add(hourOf(generated, payload, vehicle));
                    assertThat(generated.arrivedAt() - generated.eventTime()).isBetween(HOUR, 7 * HOUR + 120_000);
                }
            }
        }

        assertThat(lateHours).hasSizeGreaterThan(20);
        assertThat(punctualHours).doesNotContainAnyElementsOf(lateHours);
    }

    @Test
    void fourStopsRunADayAheadForAnHour() {
        List<GeneratedRecord> ahead = of(FaultKind.WRONG_CLOCK);

        assertThat(ahead).isNotEmpty();
        assertThat(ahead).allMatch(generated -> generated.eventTime() - generated.arrivedAt() > 23 * HOUR);
        assertThat(ahead.get(ahead.size() - 1).arrivedAt() - ahead.get(0).arrivedAt())
                .isLessThan(HOUR + 10_000);
        assertThat(ahead.stream().map(TapFaultsTest::stop).distinct()).hasSize(4);
    }

    @Test
    void aHandfulIsOlderThanAWeek() {
        assertThat(of(FaultKind.TOO_LATE)).hasSize(5);
        assertThat(of(FaultKind.TOO_LATE))
                .allMatch(generated -> generated.arrivedAt() - generated.eventTime() > 7 * 24 * HOUR);
    }

    @Test
    void longFeedsHaveMoreBrokenRecords() {
        RecordStream oneDay = new FeedsGenerator(Chengdu.REGION, Chengdu.WHOLE_DAY.withTapsPerDay(1_000)).taps();
        RecordStream twoDays = new FeedsGenerator(
                        Chengdu.REGION, Chengdu.WHOLE_DAY.withTapsPerDay(1_000).during(0, 48))
                .taps();
        Chengdu.drained(oneDay);
        Chengdu.drained(twoDays);

        assertThat(oneDay.faults(Feed.TRANSIT_TAPS)).containsEntry(FaultKind.ARRAY, 4L);
        assertThat(twoDays.faults(Feed.TRANSIT_TAPS)).containsEntry(FaultKind.ARRAY, 8L);
    }

    private static List<GeneratedRecord> of(FaultKind fault) {
        return Chengdu.of(RECORDS, Feed.TRANSIT_TAPS, fault);
    }

    private static String hourOf(GeneratedRecord generated, String payload, int vehicle) {
        return payload.substring(vehicle, payload.indexOf(',', vehicle)) + generated.eventTime() / HOUR;
    }

    private static String stop(GeneratedRecord generated) {
        String payload = new String(generated.payload(), StandardCharsets.UTF_8);
        int stop = payload.indexOf("\"stop_id\":");
        return payload.substring(stop, payload.indexOf(',', stop));
    }
}
