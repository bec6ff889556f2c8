package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.transit.SampleTap;
import org.tongcheng.transit.window.WindowPart;

/** What a card costs in a checkpoint: the sum of all keyed state of the job over the cards in use. */
class KeyedStateSizeTest {

    private static final int CARDS = 40_000;
    private static final int DAYS = 2;
    private static final int MOST_BYTES_A_CARD = 300;
    private static final long QUARTER = 15 * BusinessTime.MINUTE;

    @Test
    void aCardTakesAtMostThreeHundredBytes() throws Exception {
        List<Tap> taps = TravelDays.of(CARDS, DAYS);
        assertThat(taps.size() / (double) (CARDS * DAYS)).isBetween(2.65, 2.75);
        try (OneInputStreamOperatorTestHarness<Tap, Tap> deduplicate = opened(Harnesses.deduplicate(1, 0));
                OneInputStreamOperatorTestHarness<Tap, WindowPart> gather = opened(Harnesses.gatherRidership());
                OneInputStreamOperatorTestHarness<CardTap, WindowPart> pair = opened(Harnesses.pairJourneys(1, 0));
                OneInputStreamOperatorTestHarness<WindowPart, Result> windows = opened(Harnesses.addWindows(1, 0))) {
            long watermark = SampleTap.MIDNIGHT;
            int next = 0;
            while (next < taps.size()) {
                watermark += QUARTER;
                while (next < taps.size() && taps.get(next).eventTime() <= watermark) {
                    Harnesses.send(deduplicate, taps.get(next++));
                }
                for (Tap tap : Harnesses.take(deduplicate)) {
                    Harnesses.send(gather, tap);
                    if (tap.gated()) {
                        Harnesses.sendCards(pair, tap);
                    }
                }
                pass(gather, windows, watermark);
                pass(pair, windows, watermark);
                windows.processWatermark(watermark);
                windows.getOutput().clear();
            }
            long ids = Harnesses.snapshot(deduplicate).getStateSize() / CARDS;
            long journeys = Harnesses.snapshot(pair).getStateSize() / CARDS;
            long sums = Harnesses.snapshot(windows).getStateSize() / CARDS;
            assertThat(ids + journeys + sums)
                    .as("bytes a card: %d of ids, %d of journeys, %d of windows", ids, journeys, sums)
                    .isBetween(100L, (long) MOST_BYTES_A_CARD);
        }
    }

    private static void pass(
            OneInputStreamOperatorTestHarness<?, WindowPart> from,
            OneInputStreamOperatorTestHarness<WindowPart, Result> to,
            long watermark)
            throws Exception {
        from.processWatermark(watermark);
        for (WindowPart part : Harnesses.take(from)) {
            to.processElement(part, 0);
        }
    }

    private static <I, O> OneInputStreamOperatorTestHarness<I, O> opened(
            OneInputStreamOperatorTestHarness<I, O> harness) throws Exception {
        harness.setCheckpointStorage(new JobManagerCheckpointStorage(256 << 20));
        harness.open();
        return harness;
    }
}
