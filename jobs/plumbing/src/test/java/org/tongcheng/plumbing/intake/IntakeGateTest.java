package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.plumbing.PlainDecoder;
import org.tongcheng.plumbing.PlainRecord;

@SuppressWarnings("try") // closing may be interrupted
class IntakeGateTest {

    private static final long LATENESS = Feed.AIR_OBSERVATIONS.lateness().toMillis();
    private static final long START = 1_772_000_000_000L;
    private static final long ARRIVAL = START + 1;

    /** A gate, or one subtask of several. */
    private static final class Gate implements AutoCloseable {

        final OneInputStreamOperatorTestHarness<Arrival<PlainRecord>, PlainRecord> harness;
        private long offset;

        Gate(int parallelism, int subtask, @Nullable OperatorSubtaskState state) throws Exception {
            harness = new OneInputStreamOperatorTestHarness<>(
                    new IntakeGate<>(new PlainDecoder()), 8, parallelism, subtask);
            if (state != null) {
                harness.initializeState(state);
            }
            harness.open();
        }

        Gate() throws Exception {
            this(1, 0, null);
        }

        Gate arrives(int partition, Object payload) throws Exception {
            byte[] bytes = payload.toString().getBytes(StandardCharsets.UTF_8);
            harness.processElement(new StreamRecord<>(new Arrival<>(
                    new PlainDecoder().decode(bytes, ARRIVAL), "topic", partition, offset++, ARRIVAL, bytes)));
            return this;
        }

        List<Long> letThrough() {
            return harness.extractOutputValues().stream()
                    .map(PlainRecord::eventTime)
                    .toList();
        }

        <T> List<T> side(OutputTag<T> tag) {
            List<T> values = new ArrayList<>();
            var records = harness.getSideOutput(tag);
            if (records != null) {
                records.forEach(record -> values.add(record.getValue()));
            }
            return values;
        }

        /** What was counted, added up. */
        LedgerCount ledger() {
            LedgerCount none = new LedgerCount(Feed.AIR_OBSERVATIONS, 0, 0, 0, 0, 0, 0, 0, 0);
            return side(IntakeGate.LEDGER).stream().reduce(none, LedgerCount::plus);
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }

    @Test
    void letsValidRecordsThroughWithTheirEventTime() throws Exception {
        try (Gate gate = new Gate()) {
            gate.arrives(0, START).arrives(0, START - 5).arrives(1, START + 9);

            assertThat(gate.harness.getOutput())
                    .extracting(record -> ((StreamRecord<?>) record).getTimestamp())
                    .hasSize(3);
            assertThat(gate.letThrough()).containsExactly(START, START - 5, START + 9);
            assertThat(gate.side(IntakeGate.DEAD_LETTERS)).isEmpty();
            assertThat(gate.side(IntakeGate.LATE)).isEmpty();
        }
    }

    @Test
    void makesADeadLetterOfARejectedRecordWithItsPlace() throws Exception {
        try (Gate gate = new Gate()) {
            gate.arrives(0, START).arrives(3, "broken");

            assertThat(gate.side(IntakeGate.DEAD_LETTERS))
                    .containsExactly(new DeadLetter(
                            "air.observations",
                            RejectionReason.MALFORMED_JSON,
                            null,
                            null,
                            "broken",
                            "utf8",
                            "topic",
                            3,
                            1,
                            ARRIVAL));
            assertThat(gate.letThrough()).containsExactly(START);
        }
    }

    @Test
    void sendsARecordBeyondTheLatenessOfItsPartitionToLate() throws Exception {
        try (Gate gate = new Gate()) {
            gate.arrives(0, START).arrives(0, START - LATENESS).arrives(0, START - LATENESS - 1);

            assertThat(gate.letThrough()).containsExactly(START, START - LATENESS);
            assertThat(gate.side(IntakeGate.LATE))
                    .containsExactly(new LateRecord(
                            "air.observations",
                            START - LATENESS - 1,
                            START - LATENESS,
                            Long.toString(START - LATENESS - 1),
                            "utf8",
                            "topic",
                            0,
                            2,
                            ARRIVAL));
        }
    }

    @Test
    void measuresLatenessWithinEachPartition() throws Exception {
        try (Gate gate = new Gate()) {
            gate.arrives(0, START).arrives(1, START - 2 * LATENESS).arrives(0, START - 2 * LATENESS);

            assertThat(gate.letThrough()).containsExactly(START, START - 2 * LATENESS);
            assertThat(gate.side(IntakeGate.LATE))
                    .extracting(LateRecord::partition)
                    .containsExactly(0);
        }
    }

    @Test
    void remembersEveryPartitionWhereverItIsAssignedAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (Gate first = new Gate(2, 0, null);
                Gate second = new Gate(2, 1, null)) {
            first.arrives(0, START);
            second.arrives(1, START + 7);
            state = AbstractStreamOperatorTestHarness.repackageState(
                    first.harness.snapshot(1, 1), second.harness.snapshot(1, 1));
        }
        for (int subtask = 0; subtask < 3; subtask++) {
            OperatorSubtaskState own =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(state, 8, 2, 3, subtask);
            try (Gate gate = new Gate(3, subtask, own)) {
                gate.arrives(0, START - LATENESS).arrives(0, START - LATENESS - 1);
                gate.arrives(1, START + 7 - LATENESS).arrives(1, START + 6 - LATENESS);

                assertThat(gate.letThrough()).containsExactly(START - LATENESS, START + 7 - LATENESS);
                assertThat(gate.side(IntakeGate.LATE)).hasSize(2);
            }
        }
    }

    @Test
    void handsOverItsCountsBeforeABarrierAWatermarkAndTheEnd() throws Exception {
        try (Gate gate = new Gate()) {
            gate.arrives(0, START);
            assertThat(gate.side(IntakeGate.LEDGER)).isEmpty();
            gate.harness.prepareSnapshotPreBarrier(1);
            assertThat(gate.ledger().received()).isEqualTo(1);

            gate.arrives(0, START).harness.processWatermark(START);
            assertThat(gate.ledger().received()).isEqualTo(2);

            gate.arrives(0, START).harness.endInput();
            gate.harness.getOperator().finish();
            assertThat(gate.ledger().received()).isEqualTo(3);
        }
    }

    @Property(tries = 50)
    void losesNoRecordAndCountsEachOnce(@ForAll @Size(max = 60) @IntRange(min = -3, max = 90) int[] days)
            throws Exception {
        try (Gate gate = new Gate()) {
            for (int day : days) {
                // A negative day stands for a broken record.
                gate.arrives(0, day < 0 ? "broken" : START + day * 86_400_000L);
            }
            gate.harness.prepareSnapshotPreBarrier(1);

            LedgerCount ledger = gate.ledger();
            int through = gate.letThrough().size();
            assertThat(ledger.received()).isEqualTo(days.length);
            assertThat(ledger.rejected())
                    .isEqualTo(gate.side(IntakeGate.DEAD_LETTERS).size())
                    .isEqualTo(Arrays.stream(days).filter(day -> day < 0).count());
            assertThat(ledger.late()).isEqualTo(gate.side(IntakeGate.LATE).size());
            assertThat(ledger.balance()).isEqualTo(through);
            assertThat(lateByDefinition(days)).isEqualTo(ledger.late());
        }
    }

    private static long lateByDefinition(int[] days) {
        long late = 0;
        long highest = Long.MIN_VALUE / 2;
        for (int day : days) {
            if (day >= 0 && day < highest - Feed.AIR_OBSERVATIONS.lateness().toDays()) {
                late++;
            } else if (day >= 0) {
                highest = Math.max(highest, day);
            }
        }
        return late;
    }
}
