package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;
import static org.tongcheng.transit.SampleTap.enter;
import static org.tongcheng.transit.SampleTap.exit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.domain.transit.CardTaps;
import org.tongcheng.domain.transit.DurationCounts;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowPart;

class PairJourneysTest {

    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();
    private static final long EIGHT = MIDNIGHT + 8 * BusinessTime.HOUR;
    private static final long NINE = EIGHT + BusinessTime.HOUR;
    private static final String JOURNEYS = "ORIGIN_DESTINATION 510100/510100 2026-03-05+";
    private static final String ALONE = "UNMATCHED 510100 2026-03-05+";

    private KeyedOneInputStreamOperatorTestHarness<Integer, CardTap, WindowPart> harness;
    private final List<WindowPart> parts = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        harness = Harnesses.pairJourneys(1, 0);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void anEntranceStandsAloneUntilItsExitComes() throws Exception {
        send(enter("a").at(EIGHT).tap());
        assertThat(sums()).containsOnly(entry(ALONE + 480, List.of(1L, 0L)));
        send(exit("b").at(NINE).fen(350, 0).tap());
        assertThat(sums()).containsOnly(entry(JOURNEYS + 540, List.of(1L, 350L)));
        assertThat(durations()).isEqualTo(new DurationCounts(new int[] {3600}, new long[] {1}));
    }

    @Test
    void aLateTapBetweenTwoChangesTheirPairing() throws Exception {
        send(enter("a").at(EIGHT).tap());
        send(exit("c").at(NINE).tap());
        send(enter("b").at(EIGHT + 30 * BusinessTime.MINUTE).tap());
        assertThat(sums()).containsOnly(entry(ALONE + 480, List.of(1L, 0L)), entry(JOURNEYS + 540, List.of(1L, 200L)));
        assertThat(durations()).isEqualTo(new DurationCounts(new int[] {1800}, new long[] {1}));
    }

    @Test
    void journeysBelongToTheHourAndCityOfTheExit() throws Exception {
        send(enter("a").at(EIGHT).city("510600").tap(), exit("b").at(NINE).tap());
        assertThat(sums()).containsOnlyKeys("ORIGIN_DESTINATION 510100/510600 2026-03-05+540");
    }

    @Test
    void sixHoursAreAJourneyAndAMillisecondMoreIsNone() throws Exception {
        send(
                enter("a").at(EIGHT).tap(),
                exit("b").at(EIGHT + CardTaps.LONGEST_JOURNEY).tap());
        send(enter("c").card(2).at(EIGHT).tap());
        send(exit("d").card(2).at(EIGHT + CardTaps.LONGEST_JOURNEY + 1).tap());
        assertThat(sums())
                .containsOnly(
                        entry(JOURNEYS + 840, List.of(1L, 200L)),
                        entry(ALONE + 480, List.of(1L, 0L)),
                        entry(ALONE + 840, List.of(0L, 1L)));
    }

    @Test
    void cardsAreApart() throws Exception {
        send(enter("a").card(1).at(EIGHT).tap(), exit("b").card(2).at(NINE).tap());
        assertThat(sums()).containsOnlyKeys(ALONE + 480, ALONE + 540);
    }

    @Test
    void handsEverythingOnBeforeTheBarrierAndTheEnd() throws Exception {
        Harnesses.sendCards(harness, enter("a").at(EIGHT).tap());
        assertThat(harness.getOutput()).isEmpty();
        harness.prepareSnapshotPreBarrier(1);
        assertThat(Harnesses.take(harness)).hasSize(1);
        OneInputStreamOperatorTestHarness<CardTap, WindowPart> ending = Harnesses.pairJourneys(1, 0);
        ending.open();
        Harnesses.sendCards(ending, enter("c").at(EIGHT).tap());
        ending.close();
        assertThat(Harnesses.take(ending)).hasSize(1);
    }

    @Test
    void handsAPartOnBeforeTheWatermarkThatItsWindowWaitsFor() throws Exception {
        Harnesses.sendCards(
                harness,
                enter("a").at(EIGHT).tap(),
                exit("b").at(EIGHT + 1).tap(),
                enter("c").at(EIGHT + 2).tap());
        harness.processWatermark(NINE - 1);
        assertThat(Harnesses.take(harness)).isEmpty();
        harness.processWatermark(NINE);
        assertThat(Harnesses.endsWithAWatermark(harness)).isTrue();
        assertThat(Harnesses.sumsOf(Harnesses.take(harness))).containsOnlyKeys(JOURNEYS + 480);
        harness.processWatermark(NINE + CardTaps.LONGEST_JOURNEY - 1);
        assertThat(Harnesses.take(harness)).isEmpty();
        harness.processWatermark(NINE + CardTaps.LONGEST_JOURNEY);
        assertThat(Harnesses.endsWithAWatermark(harness)).isTrue();
        assertThat(Harnesses.sumsOf(Harnesses.take(harness))).containsOnlyKeys(ALONE + 480);
        Harnesses.sendCards(harness, exit("d").at(EIGHT + 3).tap());
        harness.processWatermark(NINE + CardTaps.LONGEST_JOURNEY + 1);
        assertThat(Harnesses.sumsOf(Harnesses.take(harness))).containsOnlyKeys(JOURNEYS + 480, ALONE + 480);
    }

    /** The gate lets a tap through until the watermark is the accepted lateness past it. */
    @Test
    void pairsWithTheLastExitThatMayStillCome() throws Exception {
        send(enter("a").at(EIGHT).tap());
        harness.processWatermark(EIGHT + CardTaps.LONGEST_JOURNEY + LATENESS);
        send(exit("b").at(EIGHT + CardTaps.LONGEST_JOURNEY).tap());
        assertThat(sums()).containsOnly(entry(JOURNEYS + 840, List.of(1L, 200L)));
    }

    @Test
    void pairsWithTheFirstEntranceThatMayStillCome() throws Exception {
        send(exit("b").at(EIGHT + CardTaps.LONGEST_JOURNEY).tap());
        harness.processWatermark(EIGHT + LATENESS);
        send(enter("a").at(EIGHT).tap());
        assertThat(sums()).containsOnly(entry(JOURNEYS + 840, List.of(1L, 200L)));
    }

    @Test
    void stateAndTimersGoBackToZero() throws Exception {
        for (int card = 0; card < 50; card++) {
            send(enter("a" + card).card(card).at(EIGHT + card).tap());
            send(exit("b" + card).card(card).at(NINE + card).tap());
        }
        assertThat(harness.numKeyedStateEntries()).isEqualTo(50);
        assertThat(harness.numEventTimeTimers()).isEqualTo(50);
        harness.processWatermark(NINE + CardTaps.LONGEST_JOURNEY + LATENESS);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(50);
        harness.processWatermark(NINE + CardTaps.LONGEST_JOURNEY + LATENESS + PairJourneys.ROUND);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aCardInUseKeepsOneTimerAndNoMoreThanItsLastDays() throws Exception {
        long week = 0;
        for (int day = 0; day < 40; day++) {
            long at = EIGHT + day * BusinessTime.DAY;
            send(
                    enter("in" + day).at(at).tap(),
                    exit("out" + day).at(at + BusinessTime.HOUR).tap());
            harness.processWatermark(at + 2 * BusinessTime.HOUR);
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
            assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
            if (day == 7) {
                week = Harnesses.snapshot(harness).getStateSize();
            }
        }
        // Forty names of two digits are longer than eight of one.
        assertThat(Harnesses.snapshot(harness).getStateSize()).isLessThanOrEqualTo(week + 16);
    }

    /** A partition that was silent for days brings taps older than what is kept of the card. */
    @Test
    void tapsFromFarBehindTheWatermarkStopNothing() throws Exception {
        send(enter("a").at(EIGHT).tap());
        harness.processWatermark(EIGHT + 10 * BusinessTime.DAY);
        for (int i = 5; i > 0; i--) {
            send(enter("b" + i).at(EIGHT + i).tap(), exit("c" + i).at(EIGHT + i).tap());
        }
        harness.processWatermark(EIGHT + 11 * BusinessTime.DAY);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        long journeys = sums().get(JOURNEYS + 480).get(0);
        List<Long> alone = sums().get(ALONE + 480);
        assertThat(2 * journeys + alone.get(0) + alone.get(1)).isEqualTo(11);
    }

    @Test
    void aSnapshotInTheMiddleChangesNothingAtAnyParallelism() throws Exception {
        for (int card = 0; card < 40; card++) {
            send(enter("a" + card).card(card).at(EIGHT).tap());
        }
        OperatorSubtaskState state = Harnesses.snapshot(harness);
        assertThat(Harnesses.take(harness)).isEmpty();
        for (int subtask = 0; subtask < 3; subtask++) {
            try (KeyedOneInputStreamOperatorTestHarness<Integer, CardTap, WindowPart> restored =
                    Harnesses.pairJourneys(3, subtask)) {
                Harnesses.restored(restored, state, 1, 3);
                for (int card = 0; card < 40; card++) {
                    Tap exit = exit("b" + card).card(card).at(NINE).tap();
                    if (Harnesses.subtaskOf(PairJourneys.bucketOf(CardTap.of(exit)), 3) == subtask) {
                        Harnesses.sendCards(restored, exit);
                    }
                }
                restored.prepareSnapshotPreBarrier(1);
                parts.addAll(Harnesses.take(restored));
                restored.processWatermark(NINE + 3 * BusinessTime.DAY);
                assertThat(restored.numKeyedStateEntries()).isZero();
                assertThat(restored.numEventTimeTimers()).isZero();
            }
        }
        assertThat(Harnesses.sumsOf(parts)).containsOnly(entry(JOURNEYS + 540, List.of(40L, 8000L)));
    }

    /** Sends taps and has their parts handed on, as a barrier between any two taps would. */
    private void send(Tap... taps) throws Exception {
        Harnesses.sendCards(harness, taps);
        harness.prepareSnapshotPreBarrier(1);
        parts.addAll(Harnesses.take(harness));
    }

    private Map<String, List<Long>> sums() {
        return Harnesses.sumsOf(parts);
    }

    private DurationCounts durations() {
        DurationCounts all = DurationCounts.NONE;
        for (WindowPart part : parts) {
            DurationCounts durations = part.durations();
            if (part.window() == TransitWindow.ORIGIN_DESTINATION && durations != null) {
                all = all.plus(durations);
            }
        }
        return all;
    }
}
