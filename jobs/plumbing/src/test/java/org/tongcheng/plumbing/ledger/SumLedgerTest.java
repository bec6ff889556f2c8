package org.tongcheng.plumbing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Result;

@SuppressWarnings("try") // closing may be interrupted
class SumLedgerTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long SETTLING = 1_000;

    /** The operator with taps counted into it. */
    private static final class Ledger implements AutoCloseable {

        final KeyedOneInputStreamOperatorTestHarness<String, LedgerCount, Result> harness;

        Ledger(@Nullable OperatorSubtaskState state) throws Exception {
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new SumLedger(SETTLING)),
                    count -> count.feed().topic(),
                    Types.STRING);
            if (state != null) {
                harness.initializeState(state);
            }
            harness.open();
        }

        Ledger count(long minute, long received, long accepted) throws Exception {
            harness.processElement(
                    new LedgerCount(Feed.TRANSIT_TAPS, minute * MINUTE, received, accepted, 0, 0, 0, 0, 0), 0);
            return this;
        }

        Ledger settle() throws Exception {
            harness.setProcessingTime(harness.getProcessingTime() + SETTLING);
            return this;
        }

        /** minute, revision, received and accepted of everything issued. */
        List<String> issued() {
            return harness.extractOutputValues().stream()
                    .map(result -> result.time() / MINUTE + " r" + result.revision() + " " + result.field("received")
                            + " " + result.field("accepted"))
                    .toList();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }

    @Test
    void gathersTheCountsOfAMinuteAndIssuesThemAgainWhenTheyChange() throws Exception {
        try (Ledger ledger = new Ledger(null)) {
            ledger.count(1, 2, 0).count(1, 0, 1).count(2, 1, 1);
            assertThat(ledger.issued()).isEmpty();
            ledger.settle().count(1, 0, 1).settle().settle();

            assertThat(ledger.issued()).containsExactlyInAnyOrder("1 r0 2 1", "2 r0 1 1", "1 r1 2 2");
        }
    }

    @Test
    void issuesWhatIsLeftWhenABoundedInputEnds() throws Exception {
        try (Ledger ledger = new Ledger(null)) {
            ledger.count(1, 2, 2).harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(ledger.issued()).containsExactly("1 r0 2 2");
        }
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (Ledger ledger = new Ledger(null)) {
            ledger.count(1, 2, 0).settle().count(1, 1, 0);
            state = ledger.harness.snapshot(1, 1);
        }
        try (Ledger ledger = new Ledger(state)) {
            ledger.count(1, 0, 3).settle().settle();

            assertThat(ledger.issued()).containsExactly("1 r1 3 3");
        }
    }

    @Test
    void keepsAMinuteForAsLongAsItsRecordsCanComeAndNoLonger() throws Exception {
        long lateness = Feed.TRANSIT_TAPS.lateness().toMillis();
        try (Ledger ledger = new Ledger(null)) {
            ledger.count(1, 1, 1).settle().harness.processWatermark(lateness + DAY);
            ledger.count(1, 1, 1).settle().harness.processWatermark(lateness + 2 * DAY);
            assertThat(ledger.harness.numEventTimeTimers())
                    .as("the timer for the end of the input")
                    .isEqualTo(1);
            ledger.count(1, 1, 1).settle();

            assertThat(ledger.issued()).containsExactly("1 r0 1 1", "1 r1 2 2", "1 r0 1 1");
        }
    }
}
