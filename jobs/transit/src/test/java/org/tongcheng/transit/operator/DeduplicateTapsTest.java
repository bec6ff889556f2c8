package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;
import static org.tongcheng.transit.SampleTap.enter;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;

class DeduplicateTapsTest {

    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();

    @Test
    void theFirstTapOfAnIdWins() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.open();
            Tap first = enter("a").at(MIDNIGHT).fen(200, 0).tap();
            Harnesses.send(
                    harness,
                    first,
                    enter("a").at(MIDNIGHT - 5).fen(900, 0).tap(),
                    enter("b").tap());
            assertThat(Harnesses.take(harness))
                    .containsExactly(first, enter("b").tap());
        }
    }

    @Test
    void duplicatesAreRecognisedOverTheWholeAcceptedLateness() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.open();
            List<Tap> taps = taps(0, 3000);
            Harnesses.send(harness, taps.toArray(new Tap[0]));
            assertThat(Harnesses.take(harness)).hasSize(3000);
            for (long ahead = BusinessTime.HOUR; ahead <= LATENESS; ahead += BusinessTime.HOUR) {
                harness.processWatermark(MIDNIGHT + ahead);
                Harnesses.send(harness, laterTaps((int) (ahead / 1000), 200, MIDNIGHT + ahead));
            }
            Harnesses.take(harness);
            Harnesses.send(harness, taps.toArray(new Tap[0]));
            assertThat(Harnesses.take(harness)).isEmpty();
        }
    }

    /** The state is bounded by what the lateness accepts, however long the job runs. */
    @Test
    void forgetsIdsThatAreTooOldToComeAgain() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<Integer, Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.open();
            for (int day = 0; day < 100; day++) {
                long now = MIDNIGHT + day * BusinessTime.DAY;
                harness.processWatermark(now);
                Harnesses.send(harness, enter("" + day).at(now).tap());
                harness.prepareSnapshotPreBarrier(day);
                // Today, yesterday and the day before; each id is alone in its bucket and hour.
                assertThat(harness.numEventTimeTimers()).isEqualTo(Math.min(day + 1, 3));
            }
            harness.processWatermark(MIDNIGHT + 103 * BusinessTime.DAY);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    /** A bounded run has no checkpoints: what waits for state must not grow for ever. */
    @Test
    void writesStateWithoutACheckpointWhenMuchIsNew() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<Integer, Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.open();
            for (int i = 1; i < DeduplicateTaps.MOST_NEW_IDS; i++) {
                Harnesses.send(harness, enter("" + i).tap());
            }
            assertThat(harness.numKeyedStateEntries()).isZero();
            Harnesses.send(harness, enter("last").tap());
            assertThat(harness.numKeyedStateEntries()).isEqualTo(DeduplicateTaps.BUCKETS);
        }
    }

    @Test
    void aSnapshotInTheMiddleKeepsDuplicatesRecognisedAtAnyParallelism() throws Exception {
        List<Tap> taps = taps(0, 500);
        OperatorSubtaskState one;
        try (OneInputStreamOperatorTestHarness<Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.open();
            Harnesses.send(harness, taps.toArray(new Tap[0]));
            one = Harnesses.snapshot(harness);
        }
        List<OperatorSubtaskState> three = new ArrayList<>();
        List<Tap> more = taps(400, 700);
        for (int subtask = 0; subtask < 3; subtask++) {
            try (OneInputStreamOperatorTestHarness<Tap, Tap> harness =
                    Harnesses.restored(Harnesses.deduplicate(3, subtask), one, 1, 3)) {
                Harnesses.send(harness, ownTaps(more, 3, subtask));
                assertThat(Harnesses.take(harness)).containsExactly(ownTaps(more.subList(100, 300), 3, subtask));
                three.add(Harnesses.snapshot(harness));
            }
        }
        OperatorSubtaskState merged =
                AbstractStreamOperatorTestHarness.repackageState(three.toArray(new OperatorSubtaskState[0]));
        try (OneInputStreamOperatorTestHarness<Tap, Tap> harness =
                Harnesses.restored(Harnesses.deduplicate(1, 0), merged, 3, 1)) {
            Harnesses.send(harness, taps(0, 701).toArray(new Tap[0]));
            assertThat(Harnesses.take(harness)).containsExactly(taps(700, 701).get(0));
        }
    }

    @Test
    void countsWhatBecameOfEachTapBeforeBarrierWatermarkAndEnd() throws Exception {
        OneInputStreamOperatorTestHarness<Tap, Tap> harness = Harnesses.deduplicate(1, 0);
        harness.open();
        Harnesses.send(
                harness,
                enter("a").tap(),
                enter("a").tap(),
                enter("b").flagged().tap());
        assertThat(Harnesses.ledger(harness)).isEmpty();
        harness.prepareSnapshotPreBarrier(1);
        assertThat(Harnesses.ledger(harness)).containsExactly(count(2, 1, 1));
        Harnesses.send(harness, enter("b").flagged().tap());
        harness.processWatermark(MIDNIGHT);
        assertThat(Harnesses.ledger(harness)).containsExactly(count(2, 1, 1), count(0, 0, 1));
        Harnesses.send(harness, enter("c").tap());
        harness.close();
        assertThat(Harnesses.ledger(harness)).containsExactly(count(2, 1, 1), count(0, 0, 1), count(1, 0, 0));
    }

    private static LedgerCount count(long accepted, long flagged, long duplicate) {
        long minute = MIDNIGHT + 8 * BusinessTime.HOUR;
        return new LedgerCount(Feed.TRANSIT_TAPS, minute, 0, accepted, 0, flagged, duplicate, 0, 0);
    }

    private static List<Tap> taps(int from, int to) {
        List<Tap> taps = new ArrayList<>();
        for (int i = from; i < to; i++) {
            taps.add(enter("id-" + i).card(i).at(MIDNIGHT + i).tap());
        }
        return taps;
    }

    private static Tap[] laterTaps(int prefix, int count, long at) {
        Tap[] taps = new Tap[count];
        for (int i = 0; i < count; i++) {
            taps[i] = enter("later-" + prefix + "-" + i).at(at).tap();
        }
        return taps;
    }

    private static Tap[] ownTaps(List<Tap> taps, int parallelism, int subtask) {
        return taps.stream()
                .filter(tap -> Harnesses.subtaskOf(DeduplicateTaps.bucketOf(tap), parallelism) == subtask)
                .toArray(Tap[]::new);
    }
}
