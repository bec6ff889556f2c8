package org.tongcheng.transit.operator;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.transit.serial.TapSerializer;
import org.tongcheng.transit.serial.WindowPartSerializer;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;

/** The transit operators in Flink's harnesses, keyed as the topology keys them. */
final class Harnesses {

    static final int MAX_PARALLELISM = 128;
    static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    static final OutputTag<LedgerCount> LEDGER = new OutputTag<>("test-ledger", TypeInformation.of(LedgerCount.class));

    private Harnesses() {}

    static KeyedOneInputStreamOperatorTestHarness<Integer, Tap, Tap> deduplicate(int parallelism, int subtask)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Integer, Tap, Tap> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new DeduplicateTaps(LEDGER),
                        DeduplicateTaps::bucketOf,
                        Types.INT,
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setup(TapSerializer.INSTANCE);
        return harness;
    }

    static OneInputStreamOperatorTestHarness<Tap, WindowPart> gatherRidership() throws Exception {
        OneInputStreamOperatorTestHarness<Tap, WindowPart> harness =
                new OneInputStreamOperatorTestHarness<>(new GatherRidership(TIME));
        harness.setup(WindowPartSerializer.INSTANCE);
        return harness;
    }

    static KeyedOneInputStreamOperatorTestHarness<Integer, CardTap, WindowPart> pairJourneys(
            int parallelism, int subtask) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Integer, CardTap, WindowPart> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new PairJourneys(TIME),
                        PairJourneys::bucketOf,
                        Types.INT,
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setup(WindowPartSerializer.INSTANCE);
        return harness;
    }

    static KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> addWindows(
            int parallelism, int subtask) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AddWindows()),
                        WindowPart::key,
                        TypeInformation.of(WindowKey.class),
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setup(ResultSerializer.RESULT.createSerializer(
                harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }

    /** Opens an operator on the share of a state that falls to it. */
    static <I, O> OneInputStreamOperatorTestHarness<I, O> restored(
            OneInputStreamOperatorTestHarness<I, O> harness, OperatorSubtaskState state, int before, int now)
            throws Exception {
        int subtask = harness.getEnvironment().getTaskInfo().getIndexOfThisSubtask();
        harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, MAX_PARALLELISM, before, now, subtask));
        harness.open();
        return harness;
    }

    static OperatorSubtaskState snapshot(OneInputStreamOperatorTestHarness<?, ?> harness) throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    /** The subtask that a key belongs to. */
    static int subtaskOf(Object key, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism);
    }

    static void send(OneInputStreamOperatorTestHarness<Tap, ?> harness, Tap... taps) throws Exception {
        for (Tap tap : taps) {
            harness.processElement(tap, tap.eventTime());
        }
    }

    /** Sends taps as the topology does, which has left out those that pass no gate. */
    static void sendCards(OneInputStreamOperatorTestHarness<CardTap, ?> harness, Tap... taps) throws Exception {
        for (Tap tap : taps) {
            harness.processElement(CardTap.of(tap), tap.eventTime());
        }
    }

    /** Takes what has come out so far, without its watermarks. */
    static <O> List<O> take(OneInputStreamOperatorTestHarness<?, O> harness) {
        List<O> values = harness.extractOutputValues();
        harness.getOutput().clear();
        return values;
    }

    /** Whether nothing but watermarks follows the last record. */
    static boolean endsWithAWatermark(OneInputStreamOperatorTestHarness<?, ?> harness) {
        Object last = null;
        for (Object next : harness.getOutput()) {
            last = next;
        }
        return last instanceof Watermark;
    }

    /** Parts added up per window: {@code STOP [510100, stop-1] 28800 s -> [1, 0, 1, 200]}, zeros left out. */
    static Map<String, List<Long>> sumsOf(List<WindowPart> parts) {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (WindowPart part : parts) {
            sums.merge(nameOf(part), listOf(part.sums()), Harnesses::plus);
        }
        sums.values().removeIf(all -> all.stream().allMatch(sum -> sum == 0));
        return sums;
    }

    static String nameOf(WindowPart part) {
        return part.window() + " " + String.join("/", part.tags()) + " " + TIME.dayOf(part.start()) + "+"
                + (part.start() - TIME.startOf(TIME.dayOf(part.start()))) / BusinessTime.MINUTE;
    }

    private static List<Long> listOf(long[] sums) {
        List<Long> list = new ArrayList<>();
        for (long sum : sums) {
            list.add(sum);
        }
        return list;
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        List<Long> total = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            total.add(one.get(i) + other.get(i));
        }
        return total;
    }

    static List<LedgerCount> ledger(OneInputStreamOperatorTestHarness<?, ?> harness) {
        List<LedgerCount> counts = new ArrayList<>();
        if (harness.getSideOutput(LEDGER) != null) {
            harness.getSideOutput(LEDGER).forEach(record -> counts.add(record.getValue()));
        }
        return counts;
    }
}
