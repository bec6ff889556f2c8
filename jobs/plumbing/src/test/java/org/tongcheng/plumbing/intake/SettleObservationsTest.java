package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LedgerCount;

@SuppressWarnings("try") // closing may be interrupted
class SettleObservationsTest {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    /** An observation of a site. */
    public record Seen(String site, long eventTime, long arrivedAt, boolean flagged, int value) implements FeedRecord {}

    /** The operator, and a tally of its ledger. */
    private static final class Settling implements AutoCloseable {

        final KeyedOneInputStreamOperatorTestHarness<String, Seen, Seen> harness;

        Settling(@Nullable OperatorSubtaskState state) throws Exception {
            TypeInformation<Seen> type = TypeInformation.of(Seen.class);
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new SettleObservations<>(
                            Feed.WATER_OBSERVATIONS, type, (one, other) -> one.value() == other.value())),
                    Seen::site,
                    Types.STRING);
            if (state != null) {
                harness.initializeState(state);
            }
            harness.open();
        }

        Settling see(String site, long eventTime, int value) throws Exception {
            return see(site, eventTime, value, false);
        }

        Settling see(String site, long eventTime, int value, boolean flagged) throws Exception {
            harness.processElement(new Seen(site, eventTime, eventTime + HOUR, flagged, value), eventTime);
            return this;
        }

        List<String> accepted() {
            return harness.extractOutputValues().stream()
                    .map(seen -> seen.site() + seen.value())
                    .toList();
        }

        LedgerCount ledger() {
            List<LedgerCount> counts = new ArrayList<>();
            harness.getSideOutput(IntakeGate.LEDGER).forEach(record -> counts.add(record.getValue()));
            return counts.stream().reduce(LedgerCount::plus).orElseThrow();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }

    @Test
    void letsThroughWhatIsNewAndWhatIsCorrected() throws Exception {
        try (Settling settling = new Settling(null)) {
            settling.see("a", 0, 1).see("a", 0, 1).see("a", 0, 2).see("a", 0, 1).see("a", 0, 1);

            assertThat(settling.accepted()).containsExactly("a1", "a2", "a1");
            assertThat(settling.ledger()).satisfies(ledger -> {
                assertThat(ledger.accepted()).isEqualTo(3);
                assertThat(ledger.revised()).isEqualTo(2);
                assertThat(ledger.duplicate()).isEqualTo(2);
                assertThat(ledger.received()).isZero();
            });
        }
    }

    @Test
    void tellsSitesAndTimesApart() throws Exception {
        try (Settling settling = new Settling(null)) {
            settling.see("a", 0, 1).see("b", 0, 1).see("a", HOUR, 1);

            assertThat(settling.accepted()).containsExactly("a1", "b1", "a1");
            assertThat(settling.ledger().revised()).isZero();
        }
    }

    @Test
    void countsARemarkOfAnAcceptedRecordOnly() throws Exception {
        try (Settling settling = new Settling(null)) {
            settling.see("a", 0, 1, true).see("a", 0, 1, true).see("a", 0, 2, true);

            assertThat(settling.ledger().flagged()).isEqualTo(2);
        }
    }

    @Test
    void knowsADuplicateOverTheWholeLatenessAndOverARestore() throws Exception {
        long lateness = Feed.WATER_OBSERVATIONS.lateness().toMillis();
        OperatorSubtaskState state;
        try (Settling settling = new Settling(null)) {
            settling.see("a", 0, 1).harness.processWatermark(lateness);
            state = settling.harness.snapshot(1, 1);
        }
        try (Settling settling = new Settling(state)) {
            settling.see("a", 0, 1);

            assertThat(settling.accepted()).isEmpty();
            assertThat(settling.ledger().duplicate()).isEqualTo(1);
        }
    }

    @Test
    void forgetsWhatTheGateWouldNoLongerLetThrough() throws Exception {
        try (Settling settling = new Settling(null)) {
            settling.see("a", 0, 1).see("a", 5 * HOUR, 1).see("b", 0, 1);

            settling.harness.processWatermark(Feed.WATER_OBSERVATIONS.lateness().toMillis() + 2 * DAY);
            assertThat(settling.harness.numEventTimeTimers()).isZero();
            settling.see("a", 0, 1);

            assertThat(settling.accepted()).containsExactly("a1", "a1", "b1", "a1");
        }
    }
}
