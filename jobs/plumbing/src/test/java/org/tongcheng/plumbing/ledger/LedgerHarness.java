package org.tongcheng.plumbing.ledger;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;

/** The ledger's operator in Flink's harness, gathering changes for a second. */
final class LedgerHarness implements AutoCloseable {

    /** 2026-03-05T08:00+08:00. */
    static final long EIGHT = 1_772_668_800_000L;

    final KeyedOneInputStreamOperatorTestHarness<String, LedgerCount, Result> flink;

    private LedgerHarness() throws Exception {
        flink = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new SumLedger(1000)),
                count -> count.feed().topic(),
                Types.STRING);
        flink.setup(ResultSerializer.RESULT.createSerializer(
                flink.getExecutionConfig().getSerializerConfig()));
    }

    static LedgerHarness empty() throws Exception {
        LedgerHarness harness = new LedgerHarness();
        harness.flink.open();
        return harness;
    }

    static LedgerHarness of(OperatorSubtaskState state) throws Exception {
        LedgerHarness harness = new LedgerHarness();
        harness.flink.initializeState(state);
        harness.flink.open();
        return harness;
    }

    void add(LedgerCount... counts) throws Exception {
        for (LedgerCount count : counts) {
            flink.processElement(count, 0);
        }
    }

    /** Takes what has come out so far: minute, revision, received, accepted. */
    List<String> issued() {
        List<String> texts = flink.extractOutputValues().stream()
                .map(result -> (result.time() - EIGHT) / 60_000 + " r" + result.revision() + " "
                        + result.field("received") + " " + result.field("accepted"))
                .toList();
        flink.getOutput().clear();
        return texts;
    }

    OperatorSubtaskState snapshot() throws Exception {
        flink.prepareSnapshotPreBarrier(1);
        return flink.snapshot(1, 1);
    }

    static LedgerCount taps(int minute, long received, long accepted) {
        return new LedgerCount(
                Feed.TRANSIT_TAPS, EIGHT + minute * 60_000L, received, accepted, 0, 0, received - accepted, 0, 0);
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
