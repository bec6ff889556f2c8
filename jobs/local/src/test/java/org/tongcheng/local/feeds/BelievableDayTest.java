package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;

class BelievableDayTest {

    private static final long MINUTE = 60_000;
    private static final List<Tap> TAPS = Chengdu.taps(Chengdu.UNDISTURBED);
    private static final long MIDNIGHT = new FeedsGenerator(Chengdu.REGION, Chengdu.UNDISTURBED).begin();

    @Test
    void holdsTheWantedNumberOfTaps() {
        assertThat(TAPS.size()).isCloseTo(200_000, within(2_000));
    }

    @Test
    void metroMakesFiftyFiveOfAHundred() {
        assertThat(share(Tap::gated)).isCloseTo(0.55, within(0.01));
    }

    @Test
    void aCardTapsTwoAndAHalfToThreeTimes() {
        Set<Long> cards = new HashSet<>();
        TAPS.forEach(tap -> cards.add(tap.tokenLow()));

        assertThat(TAPS.size() / (double) cards.size()).isBetween(2.5, 3.0);
    }

    @Test
    void metroEntriesFollowTheMeasuredProfile() {
        DayProfile measured = Demand.metro().whole();
        long[] entries = new long[DayProfile.SLOTS];
        long all = 0;
        for (Tap tap : TAPS) {
            if (tap.gated() && tap.action().isEntry()) {
                entries[(int) ((tap.eventTime() - MIDNIGHT) / (15 * MINUTE))]++;
                all++;
            }
        }
        for (int slot = 0; slot < DayProfile.SLOTS; slot++) {
            double expected = measured.shareBefore((slot + 1) * DayProfile.SLOT_SECONDS)
                    - measured.shareBefore(slot * DayProfile.SLOT_SECONDS);
            assertThat(entries[slot] / (double) all).isCloseTo(expected, within(0.001));
        }
    }

    @Test
    void theBusiestTenthOfTheStopsCarriesAQuarter() {
        Map<String, Integer> entries = new HashMap<>();
        for (Tap tap : TAPS) {
            if (tap.gated() && tap.action().isEntry() && tap.stopId() != null) {
                entries.merge(tap.stopId(), 1, Integer::sum);
            }
        }
        List<Integer> counts = new ArrayList<>(entries.values());
        counts.sort(Collections.reverseOrder());
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        double busiest = counts.stream()
                .limit(counts.size() / 10)
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(busiest / all).isCloseTo(0.25, within(0.03));
    }

    @Test
    void fourOfAHundredTapsRoam() {
        assertThat(share(Tap::roaming)).isCloseTo(0.04, within(0.01));
    }

    @Test
    void everyCityHasBuses() {
        Map<String, Integer> boardings = new HashMap<>();
        TAPS.stream().filter(tap -> !tap.gated()).forEach(tap -> boardings.merge(tap.cityCode(), 1, Integer::sum));

        assertThat(boardings).containsOnlyKeys("510100", "510600", "511400", "512000");
        assertThat(boardings.values()).allMatch(count -> count > 1_000);
    }

    @Test
    void routeK9RunsBetweenTwoCitiesForEightYuan() {
        List<Tap> rides =
                TAPS.stream().filter(tap -> "bus-K9".equals(tap.routeId())).toList();

        assertThat(rides).extracting(Tap::cityCode).contains("510100", "510600");
        assertThat(rides).extracting(tap -> tap.amountFen() + tap.discountFen()).containsOnly(800L);
    }

    @Test
    void oneTapInTenContinuesARide() {
        assertThat(share(Tap::transfer)).isCloseTo(0.1, within(0.02));
        assertThat(TAPS.stream().map(Tap::action)).contains(FareAction.TRANSFER_ENTRANCE);
    }

    @Test
    void faresLieBetweenTwoAndFifteenYuanLessDiscount() {
        for (Tap tap : TAPS) {
            if (tap.gated() && tap.action().isExit()) {
                assertThat(tap.amountFen() + tap.discountFen()).isBetween(200L, 1500L);
            }
        }
        assertThat(TAPS.stream()
                        .mapToLong(Tap::discountFen)
                        .filter(discount -> discount > 0)
                        .count())
                .isGreaterThan(TAPS.size() / 3);
    }

    @Test
    void tapsAreFourToSevenHundredBytesLong() {
        RecordStream taps = new FeedsGenerator(Chengdu.REGION, Chengdu.UNDISTURBED.withTapsPerDay(20_000)).taps();
        while (taps.hasNext()) {
            assertThat(taps.next().payload().length).isBetween(400, 720);
        }
    }

    @Test
    void aNightBelongsToTheServiceOfTheDayBefore() {
        for (Tap tap : TAPS) {
            long serviceBegan = tap.eventTime() + 8 * 60 * MINUTE - 4 * 60 * MINUTE;
            assertThat(tap.serviceDay()).isEqualTo((int) Math.floorDiv(serviceBegan, 24 * 60 * MINUTE));
        }
        assertThat(TAPS).anyMatch(tap -> tap.eventTime() < MIDNIGHT + 60 * MINUTE);
    }

    @Test
    void manySecondsSeeMoreThanOneTap() {
        Set<Long> seconds = new HashSet<>();
        TAPS.forEach(tap -> seconds.add(tap.eventTime()));

        assertThat(seconds).hasSizeLessThan(TAPS.size() / 3);
    }

    @Test
    void tapsArriveWithinSecondsUnlessSomethingIsWrong() {
        assertThat(TAPS)
                .allMatch(tap -> tap.arrivedAt() > tap.eventTime() && tap.arrivedAt() <= tap.eventTime() + MINUTE);
    }

    @Test
    void cleanArrivalIsTheOrderOfEvents() {
        List<Tap> taps = Chengdu.taps(Chengdu.UNDISTURBED.withTapsPerDay(20_000).withCleanArrival(true));

        assertThat(taps).allMatch(tap -> tap.arrivedAt() == tap.eventTime());
    }

    private static double share(Predicate<Tap> predicate) {
        return TAPS.stream().filter(predicate).count() / (double) TAPS.size();
    }
}
