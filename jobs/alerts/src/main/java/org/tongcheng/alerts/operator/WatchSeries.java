package org.tongcheng.alerts.operator;

import java.util.HashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.alerts.watch.Keeping;
import org.tongcheng.alerts.watch.Points;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.alerts.watch.SeriesMemory;
import org.tongcheng.alerts.watch.SeriesWatch;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;

/**
 * Rules that need one series alone. Key: the series. State: {@link SeriesStates}; what could still be corrected is kept
 * as {@link Keeping} says and swept on an event-time timer a day (an hour for points of minutes); a track lives while its
 * alert is open or could be corrected; usual hours live for fourteen weeks. A series of which nothing is left has no
 * state. Broadcast state: {@link ControlState}.
 *
 * <p>A point is evaluated when it comes. One that lacks parts is held until it has them, or until watermark or series have
 * passed it by {@link Points#PARTS_WAIT}, with those after it, so that a series is evaluated in order of time. What
 * is evaluated depends on the order of the series alone, wherever that goes on.
 */
public final class WatchSeries extends KeyedBroadcastProcessFunction<String, Result, Control, AlertTransition>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, byte[]> start;
    private transient ControlState control;
    private transient SeriesStates states;
    private transient SeriesEvaluation evaluation;
    private transient Counter settled;

    /** @param start the region in force until another one is published */
    public WatchSeries(RegionBundle start) {
        this.start = new HashMap<>(start.files());
    }

    /** Broadcasts what those are told that watch. */
    public static BroadcastStream<Control> broadcast(DataStream<Control> control) {
        return control.broadcast(ControlState.REFERENCE, ControlState.RECTIFIED);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        control = new ControlState();
        ControlState.startOnce(
                context.getOperatorStateStore().getBroadcastState(ControlState.REFERENCE), new RegionBundle(start));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // All is in state already.
    }

    @Override
    public void open(OpenContext context) {
        states = SeriesStates.of(getRuntimeContext());
        evaluation = new SeriesEvaluation(states);
        settled = getRuntimeContext().getMetricGroup().counter("settledCorrections");
    }

    @Override
    public void processElement(Result point, ReadOnlyContext context, Collector<AlertTransition> out) throws Exception {
        Turn turn = turn(context, out);
        SeriesWatch watch = turn.rules().watch(context.getCurrentKey());
        if (watch.rules().isEmpty()) {
            return;
        }
        SeriesMemory memory = states.remembered();
        if (point.time() < memory.settledTo()) {
            settled.inc();
            return;
        }
        boolean first = memory.readings().isEmpty() && states.held().isEmpty();
        states.memory().update(memory.seen(point.time()));
        evaluation.come(point, watch, turn);
        register(point, first, watch, turn, context.timerService());
    }

    /** Timers: for the parts of the point, for the end of its hour, and one to sweep. */
    private void register(Result point, boolean first, SeriesWatch watch, Turn turn, TimerService timers)
            throws Exception {
        if (states.held().contains(point.time())) {
            timers.registerEventTimeTimer(point.time() + Points.PARTS_WAIT);
        }
        if (!watch.hourly().isEmpty()) {
            BusinessTime time = turn.rules().time();
            timers.registerEventTimeTimer(time.startOfHour(point.time()) + BusinessTime.HOUR - 1);
        }
        if (first) {
            long watermark = turn.watermark();
            long now = watermark == Long.MAX_VALUE ? point.time() : Math.max(point.time(), watermark);
            timers.registerEventTimeTimer(Keeping.nextSweep(watch.series().measurement(), now));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertTransition> out) throws Exception {
        Turn turn = turn(context, out);
        SeriesWatch watch = turn.rules().watch(context.getCurrentKey());
        evaluation.drain(watch, turn);
        String measurement = watch.series().measurement();
        if (Keeping.sweeps(measurement, timestamp)) {
            long next = evaluation.sweep(watch, timestamp, turn);
            if (next != Long.MAX_VALUE) {
                context.timerService().registerEventTimeTimer(Keeping.nextSweep(measurement, next - 1));
            }
        }
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
            context.applyToKeyedState(SeriesStates.MEMORY, (series, unused) -> evaluation.change(series, turn, next));
            control.replace(context.getBroadcastState(ControlState.REFERENCE), reference, next);
        }
    }

    private Turn turn(ReadOnlyContext context, Collector<AlertTransition> out) throws Exception {
        return new Turn(
                control.rules(context.getBroadcastState(ControlState.REFERENCE)),
                context.getBroadcastState(ControlState.RECTIFIED),
                context.currentWatermark(),
                out);
    }
}
