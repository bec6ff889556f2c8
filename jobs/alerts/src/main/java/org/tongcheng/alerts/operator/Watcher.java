package org.tongcheng.alerts.operator;

import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionBundle;

/** What operators have in common that watch results by rules which may change. Broadcast state: {@link ControlState}. */
public abstract class Watcher extends KeyedBroadcastProcessFunction<String, Result, Control, AlertTransition>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final HashMap<String, byte[]> start;
    private transient ControlState control;
    private transient Counter settled;

    /** @param start the region in force until another one is published */
    Watcher(RegionBundle start) {
        this.start = new HashMap<>(start.files());
    }

    /** The operator that runs it. */
    public CoBroadcastWithKeyedOperator<String, Result, Control, AlertTransition> operator() {
        return new ToTheEnd(this);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        control = new ControlState();
        boolean changed = ControlState.startOnce(
                context.getOperatorStateStore().getBroadcastState(ControlState.REFERENCE), new RegionBundle(start));
        if (changed && getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            LOG.warn(
                    "{}: the region given with --region has changed since the last start, but the one restored stays in"
                            + " force, unless a newer one is published. To change it: ./tongcheng publish DIR",
                    getRuntimeContext().getTaskInfo().getTaskName());
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // All is in state already.
    }

    @Override
    public void open(OpenContext context) throws Exception {
        settled = getRuntimeContext().getMetricGroup().counter("settledCorrections");
    }

    /** Counts a correction that comes too late. */
    void countSettled() {
        settled.inc();
    }

    @Override
    public void processBroadcastElement(Control value, Context context, Collector<AlertTransition> out)
            throws Exception {
        RegionBundle reference = value.reference();
        AlertAction rectified = value.rectified();
        if (rectified != null) {
            ControlState.mark(context.getBroadcastState(ControlState.RECTIFIED), rectified, context.currentWatermark());
        }
        RegionRules next = reference == null ? null : ControlState.read(reference);
        if (reference != null && next != null) {
            Turn turn = new Turn(
                    control.rules(context.getBroadcastState(ControlState.REFERENCE)),
                    context.getBroadcastState(ControlState.RECTIFIED),
                    context.currentWatermark(),
                    out);
            change(context, turn, next);
            control.replace(context.getBroadcastState(ControlState.REFERENCE), reference, next);
        }
    }

    /** Has each key end the alerts of rules that go, and begin with those that come. */
    abstract void change(Context context, Turn turn, RegionRules next) throws Exception;

    Turn turn(ReadOnlyContext context, Collector<AlertTransition> out) throws Exception {
        return new Turn(
                control.rules(context.getBroadcastState(ControlState.REFERENCE)),
                context.getBroadcastState(ControlState.RECTIFIED),
                context.currentWatermark(),
                out);
    }

    /**
     * Keeps the last watermark until the inputs have ended: where streams of unequal length meet it may come before their
     * last elements, and what is judged then would depend on which of them were there already.
     */
    private static final class ToTheEnd extends CoBroadcastWithKeyedOperator<String, Result, Control, AlertTransition> {

        private static final long serialVersionUID = 1L;

        ToTheEnd(Watcher watcher) {
            super(watcher, List.of(ControlState.REFERENCE, ControlState.RECTIFIED));
        }

        @Override
        public void processWatermark(Watermark mark) throws Exception {
            if (mark.getTimestamp() != Long.MAX_VALUE) {
                super.processWatermark(mark);
            }
        }

        @Override
        public void finish() throws Exception {
            super.processWatermark(Watermark.MAX_WATERMARK);
            super.finish();
        }
    }
}
