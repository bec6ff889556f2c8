package org.tongcheng.alerts.handling;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.plumbing.job.StrictEnvironment;

/** {@link HandleAlerts} alone. */
public final class HandlingHarness implements AutoCloseable {

    private final KeyedTwoInputStreamOperatorTestHarness<String, AlertTransition, ArrivedAction, AlertTransition>
            harness;

    public HandlingHarness(@Nullable OperatorSubtaskState restored) throws Exception {
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new HandleAlerts()),
                AlertTransition::alertId,
                received -> received.action().alertId(),
                Types.STRING);
        harness.getExecutionConfig()
                .configure(StrictEnvironment.strict(new Configuration()), HandlingHarness.class.getClassLoader());
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    public HandlingHarness say(AlertTransition... transitions) throws Exception {
        for (AlertTransition transition : transitions) {
            harness.processElement1(new StreamRecord<>(transition, transition.at()));
        }
        return this;
    }

    public HandlingHarness act(ArrivedAction... actions) throws Exception {
        for (ArrivedAction action : actions) {
            harness.processElement2(new StreamRecord<>(action, action.action().at()));
        }
        return this;
    }

    public void watermark(long time) throws Exception {
        harness.processBothWatermarks(new Watermark(time));
    }

    public List<AlertTransition> issued() {
        return harness.extractOutputValues();
    }

    AlertTransition last() {
        List<AlertTransition> issued = issued();
        return issued.get(issued.size() - 1);
    }

    public <T> List<T> onTheSide(OutputTag<T> tag) {
        Queue<StreamRecord<T>> side = harness.getSideOutput(tag);
        return (side == null ? new ArrayDeque<StreamRecord<T>>() : side)
                .stream().map(StreamRecord::getValue).toList();
    }

    public OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** Entries of keyed state and timers together. */
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
