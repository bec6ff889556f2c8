package org.tongcheng.plumbing.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.wire.Decoded;

/** The operators of the intake in Flink's harnesses. */
final class IntakeHarnesses {

    static final int MAX_PARALLELISM = 16;

    /** 2026-03-05T08:00+08:00. */
    static final long EIGHT = 1_772_668_800_000L;

    private static final TypeInformation<Reading> READING = TypeInformation.of(Reading.class);

    private IntakeHarnesses() {}

    static OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate(Feed feed, int parallelism, int subtask)
            throws Exception {
        OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> harness = new OneInputStreamOperatorTestHarness<>(
                new IntakeGate<>(new ReadingDecoder(feed), null), MAX_PARALLELISM, parallelism, subtask);
        harness.setup(READING.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }

    static KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> settle(
            Feed feed, int parallelism, int subtask) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new SettleObservations<>(feed, READING, Reading::sameContent)),
                        Reading::site,
                        Types.STRING,
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setup(READING.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }

    static <H extends AbstractStreamOperatorTestHarness<?>> H opened(H harness) throws Exception {
        harness.open();
        return harness;
    }

    /** Opens an operator on the share of a state that falls to it. */
    static <H extends AbstractStreamOperatorTestHarness<?>> H restored(
            H harness, OperatorSubtaskState state, int before, int now) throws Exception {
        int subtask = harness.getEnvironment().getTaskInfo().getIndexOfThisSubtask();
        harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, MAX_PARALLELISM, before, now, subtask));
        harness.open();
        return harness;
    }

    static OperatorSubtaskState snapshot(AbstractStreamOperatorTestHarness<?> harness) throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    static Reading reading(String site, long eventTime, int number) {
        return new Reading(site, eventTime, eventTime + 90_000, number, false);
    }

    static Arrival<Reading> arrival(int partition, Reading reading) {
        return new Arrival<>(Decoded.of(reading, reading.arrivedAt()), "a.topic", partition, 5, bytes("paid"));
    }

    static Arrival<Reading> broken(int partition, long arrivedAt) {
        Rejection rejection = new Rejection(RejectionReason.OUT_OF_RANGE, "ph", "above 14");
        return new Arrival<>(Decoded.rejected(rejection, arrivedAt), "a.topic", partition, 6, bytes("bad"));
    }

    static void send(OneInputStreamOperatorTestHarness<Arrival<Reading>, ?> gate, int partition, long... times)
            throws Exception {
        for (long time : times) {
            gate.processElement(arrival(partition, reading("site", time, 1)), time);
        }
    }

    /** Takes what has come out so far, without its watermarks. */
    static <O> List<O> take(AbstractStreamOperatorTestHarness<O> harness) {
        List<O> values = harness.extractOutputValues();
        harness.getOutput().clear();
        return values;
    }

    /** Takes what has come out at the side so far. */
    static <X> List<X> take(AbstractStreamOperatorTestHarness<?> harness, OutputTag<X> tag) {
        List<X> values = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            for (StreamRecord<X> record : harness.getSideOutput(tag)) {
                values.add(record.getValue());
            }
            harness.getSideOutput(tag).clear();
        }
        return values;
    }

    /** The counts in one, at minute 0. */
    static LedgerCount total(Feed feed, List<LedgerCount> counts) {
        LedgerCount total = new LedgerCount(feed, 0, 0, 0, 0, 0, 0, 0, 0);
        for (LedgerCount count : counts) {
            total = total.plus(count);
        }
        return total;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
