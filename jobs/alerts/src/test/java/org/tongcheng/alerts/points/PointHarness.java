package org.tongcheng.alerts.points;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tongcheng.alerts.Told;
import org.tongcheng.domain.alert.ActiveStep;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.job.LastWatermarkAtEnd;
import org.tongcheng.plumbing.job.StrictEnvironment;

/** An operator that makes points, alone; changes are gathered for half a second. */
public final class PointHarness<K, T> implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<K, T, Result> harness;
    private final LastWatermarkAtEnd<K, T, Result> operator;
    private int taken;

    private PointHarness(
            KeyedProcessFunction<K, T, Result> function,
            KeySelector<T, K> key,
            TypeInformation<K> type,
            @Nullable OperatorSubtaskState restored)
            throws Exception {
        operator = new LastWatermarkAtEnd<>(function);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, key, type);
        harness.getExecutionConfig()
                .configure(StrictEnvironment.strict(new Configuration()), PointHarness.class.getClassLoader());
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    public static PointHarness<?, ActiveStep> active(@Nullable OperatorSubtaskState restored) throws Exception {
        return new PointHarness<>(new CountActive(500), CountActive.KEY, CountActive.KEY_TYPE, restored);
    }

    public static PointHarness<?, AlertTransition> days(@Nullable OperatorSubtaskState restored) throws Exception {
        SummariseDay days = new SummariseDay(Told.TIME, 500, BusinessTime.HOUR);
        return new PointHarness<>(days, SummariseDay.KEY, SummariseDay.KEY_TYPE, restored);
    }

    public void feed(List<T> inputs) throws Exception {
        for (T input : inputs) {
            harness.processElement(input, 0);
        }
    }

    /** Lets what was gathered be issued. */
    public void settle() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + 500);
    }

    public void watermark(long time) throws Exception {
        harness.processWatermark(time);
    }

    /** The input ends, behind its last watermark. */
    void finish() throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
        operator.finish();
    }

    /** What was issued since the last look. */
    public List<Result> take() {
        List<Result> all = harness.extractOutputValues();
        List<Result> news = List.copyOf(all.subList(taken, all.size()));
        taken = all.size();
        return news;
    }

    public OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

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
