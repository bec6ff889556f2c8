package org.tongcheng.alerts.operator;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.tongcheng.alerts.watch.GroupTime;
import org.tongcheng.alerts.watch.GroupWatch;
import org.tongcheng.alerts.watch.Keeping;
import org.tongcheng.alerts.watch.Points;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.ResultBuilder;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;

/**
 * Rules that need several series, or the absence of one. Key: the measurement, see {@link #keyOf}. State: {@link
 * GroupStates}; what could still be corrected is kept as {@link Keeping} says, and of each entity its last point beyond
 * that, so that it is known since when it is silent; a track lives while its alert is open or could be corrected. Broadcast
 * state: {@link ControlState}.
 *
 * <p>A measurement is judged up to the watermark, but no further than its own newest point: nothing is silent because
 * everything has ended. Points of one time are judged together so, whichever came first. What comes later than that is a
 * correction, and is judged at once.
 *
 * <p>Where there is a clock, silence is judged on when a whole measurement stops. The clock says how much later it is than
 * when the newest point came, and that is added to the newest point's own time; so a measurement may be hours behind in
 * its own way, and none is ahead of the clock. Only one that was young when it came counts, so a replay of old points is judged by their times alone.
 * Time in which the job was down does not count: what came meanwhile is still to be read. So no alert is found by the
 * clock that a replay would not find, unless points came later than others, and then they take its ground away again.
 */
public final class WatchGroups extends Watcher {

    private static final long serialVersionUID = 1L;
    private static final long TICK = BusinessTime.MINUTE;
    private static final String NOBODY = "";

    private final long youngMillis;
    private transient GroupStates states;
    private transient GroupEvaluation evaluation;

    /** By measurement: a time of it, and when by the clock it was that late. */
    private transient Map<String, long[]> clocks;

    /**
     * @param start the region in force until another one is published
     * @param youngMillis how old a point may be, when it comes, for the clock to count after it; 0 for no clock
     */
    public WatchGroups(RegionBundle start, long youngMillis) {
        super(start);
        this.youngMillis = youngMillis;
    }

    /** A point of nobody: its measurement is awaited from now on, by the clock, though nothing of it may ever come. */
    public static Result awaited(Measurement measurement) {
        ResultBuilder nobody = measurement.at(0);
        measurement.tags().forEach(tag -> nobody.tag(tag, NOBODY));
        return nobody.build(0);
    }

    /** The key of a point. */
    public static String keyOf(Result point) {
        return GroupWatch.keyOf(point.measurement());
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        states = GroupStates.of(getRuntimeContext());
        evaluation = new GroupEvaluation(states, youngMillis > 0);
        clocks = new HashMap<>();
    }

    @Override
    public void processElement(Result point, ReadOnlyContext context, Collector<AlertTransition> out) throws Exception {
        if (point.tags().get(0).value().equals(NOBODY)) {
            await(point.measurement(), context.timerService());
            return;
        }
        Turn turn = turn(context, out);
        GroupWatch watch = turn.rules().groups(context.getCurrentKey());
        if (watch.isEmpty()) {
            return;
        }
        GroupTime before = states.time(point.measurement());
        if (point.time() < before.settledTo()) {
            countSettled();
            return;
        }
        boolean first = before.newest() == AlertMemory.NEVER;
        states.times().put(point.measurement(), seen(point, before, context.timerService()));
        evaluation.come(point, watch, turn);
        evaluation.advance(watch, turn);
        register(point, first, turn, context.timerService());
    }

    private GroupTime seen(Result point, GroupTime before, TimerService timers) {
        long now = timers.currentProcessingTime();
        boolean young = youngMillis > 0 && now - point.time() <= youngMillis;
        if (youngMillis > 0 && point.time() > before.newest()) {
            clocks.put(point.measurement(), new long[] {point.time(), now});
        }
        if (young) {
            tick(now, timers);
        }
        boolean replay = before.newest() == AlertMemory.NEVER && !young;
        return (replay ? GroupTime.NONE : before).seen(point.time(), young);
    }

    private void await(String measurement, TimerService timers) throws Exception {
        if (!states.times().contains(measurement)) {
            long now = timers.currentProcessingTime();
            states.times().put(measurement, GroupTime.awaitedFrom(now));
            clocks.put(measurement, new long[] {now, now});
            tick(now, timers);
        }
    }

    private static void tick(long now, TimerService timers) {
        timers.registerProcessingTimeTimer((now / TICK + 1) * TICK);
    }

    /** Timers: for the time of the point, for its parts, and one to sweep. */
    private void register(Result point, boolean first, Turn turn, TimerService timers) {
        if (point.time() > turn.watermark()) {
            timers.registerEventTimeTimer(point.time());
        }
        if (point.time() + Points.PARTS_WAIT > turn.watermark()) {
            timers.registerEventTimeTimer(point.time() + Points.PARTS_WAIT);
        }
        if (first) {
            timers.registerEventTimeTimer(
                    Keeping.nextSweep(point.measurement(), Math.max(point.time(), turn.watermark())));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertTransition> out) throws Exception {
        Turn turn = turn(context, out);
        String key = context.getCurrentKey();
        GroupWatch watch = turn.rules().groups(key);
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            // A restored timer may be of a job that had a clock.
            if (youngMillis > 0) {
                listen(watch, turn, context.timerService());
            }
            return;
        }
        evaluation.release(watch, turn);
        evaluation.advance(watch, turn);
        if (Keeping.sweeps(key, timestamp)) {
            evaluation.sweep(watch, timestamp, turn);
            if (!states.times().isEmpty() && turn.watermark() != Long.MAX_VALUE) {
                context.timerService().registerEventTimeTimer(Keeping.nextSweep(key, timestamp));
            }
        }
    }

    private void listen(GroupWatch watch, Turn turn, TimerService timers) throws Exception {
        long now = timers.currentProcessingTime();
        boolean live = false;
        for (String measurement : states.measurements()) {
            GroupTime time = states.time(measurement);
            if (time.live()) {
                live = true;
                long[] clock = clocks.computeIfAbsent(
                        measurement, unknown -> new long[] {Math.max(time.latest(), time.silentTo()), now});
                if (watch.listens(measurement)) {
                    evaluation.listen(measurement, watch, Math.min(now, clock[0] + now - clock[1]), turn);
                }
            }
        }
        if (live) {
            tick(now, timers);
        }
    }

    @Override
    void change(Context context, Turn turn, RegionRules next) throws Exception {
        GroupChange change = new GroupChange(states, evaluation);
        context.applyToKeyedState(GroupStates.TIMES, (key, unused) -> change.apply(key, turn, next));
    }
}
