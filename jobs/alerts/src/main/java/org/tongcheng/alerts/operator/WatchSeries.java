package org.tongcheng.alerts.operator;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.tongcheng.alerts.watch.Keeping;
import org.tongcheng.alerts.watch.Points;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.alerts.watch.SeriesMemory;
import org.tongcheng.alerts.watch.SeriesWatch;
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
 * <p>A point is evaluated when it comes. One that lacks parts, or still grows, is held until it is whole, at the latest until
 * {@link Points#judgedAt}, with those after it, so that a series is evaluated in order of time. What is evaluated depends on
 * the order of the series alone, and on the watermark where a point waited for it.
 */
public final class WatchSeries extends Watcher {

    private static final long serialVersionUID = 1L;

    private transient SeriesStates states;
    private transient SeriesEvaluation evaluation;

    /** @param start the region in force until another one is published */
    public WatchSeries(RegionBundle start) {
        super(start);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        states = SeriesStates.of(getRuntimeContext());
        evaluation = new SeriesEvaluation(states);
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
            countSettled();
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
            timers.registerEventTimeTimer(Points.judgedAt(point));
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
    void change(Context context, Turn turn, RegionRules next) throws Exception {
        context.applyToKeyedState(SeriesStates.MEMORY, (series, unused) -> evaluation.change(series, turn, next));
    }
}
