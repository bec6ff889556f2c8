package org.tongcheng.air.operator;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.StrictEnvironment;

/** One keyed operator under the project's strict settings. */
final class OperatorUnderTest<I> implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, I, Result> harness;

    OperatorUnderTest(
            KeyedProcessFunction<String, I, Result> function,
            KeySelector<I, String> key,
            @Nullable OperatorSubtaskState restored)
            throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(new KeyedProcessOperator<>(function), key, Types.STRING);
        harness.getExecutionConfig()
                .configure(StrictEnvironment.strict(new Configuration()), OperatorUnderTest.class.getClassLoader());
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    void feed(I value) throws Exception {
        harness.processElement(value, 0);
    }

    void watermark(long time) throws Exception {
        harness.processWatermark(time);
    }

    void processingTime(long time) throws Exception {
        harness.setProcessingTime(time);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<Result> issued() {
        return harness.extractOutputValues();
    }

    /** What was issued since the last look. */
    List<Result> issuedSince(List<Result> before) {
        List<Result> issued = issued();
        return issued.subList(before.size(), issued.size());
    }

    /** Points of a measurement in the order of their issue. */
    List<Result> issued(String measurement) {
        return issued().stream()
                .filter(point -> point.measurement().equals(measurement))
                .toList();
    }

    Result last(String measurement) {
        List<Result> issued = issued(measurement);
        return issued.get(issued.size() - 1);
    }

    <S> List<S> onTheSide(OutputTag<S> tag) {
        List<S> values = new ArrayList<>();
        harness.getSideOutput(tag).forEach(sent -> values.add(sent.getValue()));
        return values;
    }

    /** Entries of keyed state and event-time timers together. */
    int remembered() {
        return harness.numKeyedStateEntries() + harness.numEventTimeTimers();
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
