package org.tongcheng.region.operator;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.region.Inputs;

/** {@link SummariseHour} for one region, under the project's strict settings; it settles in 500 ms. */
final class OperatorUnderTest implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, Result, Result> harness;

    OperatorUnderTest(@Nullable OperatorSubtaskState restored) throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new SummariseHour(new BusinessTime(Inputs.ZONE), 500)),
                result -> Inputs.REGION.id(),
                Types.STRING);
        harness.getExecutionConfig()
                .configure(StrictEnvironment.strict(new Configuration()), OperatorUnderTest.class.getClassLoader());
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    void feed(Result value) throws Exception {
        harness.processElement(value, value.time());
    }

    void watermark(long time) throws Exception {
        harness.processWatermark(time);
    }

    void endOfInput() throws Exception {
        watermark(Long.MAX_VALUE);
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

    Result last() {
        List<Result> issued = issued();
        return issued.get(issued.size() - 1);
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
