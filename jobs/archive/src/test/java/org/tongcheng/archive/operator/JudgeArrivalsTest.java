package org.tongcheng.archive.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.KeyedArrival;
import org.tongcheng.testkit.PlainDecoder;
import org.tongcheng.testkit.PlainRecord;

class JudgeArrivalsTest {

    private static final int MAX_PARALLELISM = 16;
    private static final long NOON = 20_000 * TestArchive.DAY;
    private static final long ACCEPTED_UNTIL = NOON - 2 * TestArchive.DAY;

    @Test
    void aPartitionFindsItsMarkAtAnySubtask() throws Exception {
        OperatorSubtaskState state;
        try (var one = harness(2, 0);
                var other = harness(2, 1)) {
            one.open();
            other.open();
            judge(one, 0, NOON);
            judge(other, 1, NOON + TestArchive.DAY);
            state = AbstractStreamOperatorTestHarness.repackageState(one.snapshot(1, 1), other.snapshot(1, 1));
        }
        for (int subtask = 0; subtask < 3; subtask++) {
            try (var now = harness(3, subtask)) {
                now.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        state, MAX_PARALLELISM, 2, 3, subtask));
                now.open();
                assertThat(judge(now, 0, ACCEPTED_UNTIL - 1)).isEqualTo(Verdict.LATE);
                assertThat(judge(now, 0, ACCEPTED_UNTIL)).isEqualTo(Verdict.ACCEPTED);
                assertThat(judge(now, 1, ACCEPTED_UNTIL)).isEqualTo(Verdict.LATE);
            }
        }
    }

    @Test
    void keepsOneMarkAPartitionHoweverMuchArrives() throws Exception {
        try (var harness = harness(1, 0)) {
            harness.open();
            for (int i = 0; i < 1_000; i++) {
                judge(harness, i % 3, NOON + i * 1_000L);
            }
            OperatorStateHandle handle =
                    harness.snapshot(1, 1).getManagedOperatorState().iterator().next();
            assertThat(handle.getStateNameToPartitionOffsets())
                    .hasEntrySatisfying(
                            "marks", marks -> assertThat(marks.getOffsets()).hasSize(3));
        }
    }

    private static Verdict judge(
            OneInputStreamOperatorTestHarness<KeyedArrival<PlainRecord>, ArchivedRecord> harness,
            int partition,
            long eventTime)
            throws Exception {
        byte[] payload = TestArchive.bytes(Long.toString(eventTime));
        Arrival<PlainRecord> arrival = new Arrival<>(
                new PlainDecoder(Feed.TRANSIT_TAPS).decode(payload, NOON), "transit.taps", partition, 0, payload);
        harness.processElement(new KeyedArrival<>(arrival, null, payload, NOON), eventTime);
        List<ArchivedRecord> inTime = harness.extractOutputValues();
        harness.getOutput().clear();
        return inTime.isEmpty()
                ? harness.getSideOutput(JudgeArrivals.FINAL).remove().getValue().verdict()
                : inTime.get(0).verdict();
    }

    private static OneInputStreamOperatorTestHarness<KeyedArrival<PlainRecord>, ArchivedRecord> harness(
            int parallelism, int subtask) throws Exception {
        OneInputStreamOperatorTestHarness<KeyedArrival<PlainRecord>, ArchivedRecord> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new JudgeArrivals<>(new PlainDecoder(Feed.TRANSIT_TAPS), (value, record) -> record),
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setup(TypeInformation.of(ArchivedRecord.class)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }
}
