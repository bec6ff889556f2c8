package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongcheng.domain.feed.Tap;

/** Pairs entries and exits as the contract does, and looks at what comes out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {

    private static final long MINUTE = 60_000;
    private static final long SIX_HOURS = 360 * MINUTE;

    private final List<Tap> entries = new ArrayList<>();
    private final List<Tap> exits = new ArrayList<>();
    private int lonely;

    @BeforeAll
    void pairAll() {
        Map<Long, List<Tap>> byCard = new HashMap<>();
        for (Tap tap : Chengdu.taps(Chengdu.UNDISTURBED)) {
            if (tap.gated()) {
                byCard.computeIfAbsent(tap.tokenLow(), card -> new ArrayList<>())
                        .add(tap);
            }
        }
        byCard.values().forEach(this::pair);
    }

    @Test
    void nearlyAllEntriesFindTheirExit() {
        double taps = lonely + 2.0 * entries.size();

        assertThat(lonely / taps).isBetween(0.001, 0.01);
    }

    @Test
    void takeFiveToSeventyFiveMinutes() {
        for (int index = 0; index < entries.size(); index++) {
            long minutes = (exits.get(index).eventTime() - entries.get(index).eventTime()) / MINUTE;
            assertThat(minutes).isBetween(5L, 75L);
        }
    }

    @Test
    void longerOnesCostMoreAndTakeLonger() {
        double cheap = averageMinutes(200, 300);
        double dear = averageMinutes(700, 1500);

        assertThat(dear).isGreaterThan(2 * cheap);
    }

    @Test
    void onePointFivePercentCrossBetweenChengduAndZiyang() {
        int there = 0;
        int back = 0;
        for (int index = 0; index < entries.size(); index++) {
            boolean fromZiyang = entries.get(index).cityCode().equals("512000");
            boolean toZiyang = exits.get(index).cityCode().equals("512000");
            there += fromZiyang && !toZiyang ? 1 : 0;
            back += toZiyang && !fromZiyang ? 1 : 0;
        }

        assertThat((there + back) / (double) entries.size()).isCloseTo(0.015, within(0.003));
        assertThat(there / (double) back).isCloseTo(1, within(0.25));
    }

    @Test
    void commutersReturnInTheEveningToWhereTheyCameFrom() {
        Map<Long, Tap> mornings = new HashMap<>();
        int returned = 0;
        for (int index = 0; index < entries.size(); index++) {
            Tap entry = entries.get(index);
            Tap before = mornings.putIfAbsent(entry.tokenLow(), entry);
            if (before != null
                    && String.valueOf(before.stopId()).equals(exits.get(index).stopId())) {
                returned++;
            }
        }

        assertThat(returned / (double) entries.size()).isBetween(0.35, 0.5);
    }

    private double averageMinutes(long leastFen, long mostFen) {
        long sum = 0;
        long count = 0;
        for (int index = 0; index < entries.size(); index++) {
            Tap exit = exits.get(index);
            long fare = exit.amountFen() + exit.discountFen();
            if (fare >= leastFen && fare <= mostFen) {
                sum += exit.eventTime() - entries.get(index).eventTime();
                count++;
            }
        }
        return sum / (double) count / MINUTE;
    }

    private void pair(List<Tap> taps) {
        taps.sort(Comparator.comparingLong(Tap::eventTime));
        @Nullable Tap open = null;
        for (Tap tap : taps) {
            boolean exit = tap.action().isExit();
            if (exit && open != null && tap.eventTime() - open.eventTime() <= SIX_HOURS) {
                entries.add(open);
                exits.add(tap);
                open = null;
            } else {
                lonely += exit ? 1 : 0;
                lonely += open != null ? 1 : 0;
                open = exit ? null : tap;
            }
        }
        lonely += open != null ? 1 : 0;
    }
}
