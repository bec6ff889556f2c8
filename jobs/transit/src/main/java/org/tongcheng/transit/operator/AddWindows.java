package org.tongcheng.transit.operator;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.serial.WindowCellSerializer;
import org.tongcheng.transit.window.TransitResults;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowCell;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;

/**
 * Adds parts up to windows. Key: the windows of one series that start in one block of time. State: those windows; a
 * window is issued when the watermark reaches its end, and again, one revision higher, at the next watermark after it
 * changed. The block dies when no accepted tap can touch it any more; a service date, which the clock need not agree
 * with, a month after it was last touched.
 */
public final class AddWindows extends KeyedProcessFunction<WindowKey, WindowPart, Result> {

    private static final long serialVersionUID = 1L;
    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();

    /** A window that ends farther ahead of the watermark than this is not waited for. */
    private static final long LONGEST_WAIT = 2 * BusinessTime.DAY;

    /** How long a service date is kept after its last tap. */
    private static final long SERVICE_DATE_KEPT = 32 * BusinessTime.DAY;

    private transient MapState<Long, WindowCell> cells;
    private transient ValueState<Long> keptUntil;

    @Override
    public void open(OpenContext context) {
        cells = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("cells", LongSerializer.INSTANCE, WindowCellSerializer.INSTANCE));
        keptUntil = getRuntimeContext().getState(new ValueStateDescriptor<>("kept-until", LongSerializer.INSTANCE));
    }

    @Override
    public void processElement(WindowPart part, Context context, Collector<Result> out) throws Exception {
        WindowCell before = cells.get(part.start());
        cells.put(part.start(), before == null ? WindowCell.of(part) : before.plus(part));
        TimerService timers = context.timerService();
        if (before == null) {
            timers.registerEventTimeTimer(
                    part.window().deathOf(context.getCurrentKey().block(), LATENESS));
        }
        if (before == null || !before.changed()) {
            timers.registerEventTimeTimer(dueAt(part, timers.currentWatermark()));
        }
        if (part.window() == TransitWindow.CITY_DAY && timers.currentWatermark() != Long.MIN_VALUE) {
            keepServiceDate(timers);
        }
    }

    /** Whole days, so that a service date takes few timers. */
    private void keepServiceDate(TimerService timers) throws Exception {
        long until = (timers.currentWatermark() + SERVICE_DATE_KEPT) / BusinessTime.DAY * BusinessTime.DAY;
        Long known = keptUntil.value();
        if (known == null || known < until) {
            keptUntil.update(until);
            timers.registerEventTimeTimer(until);
        }
    }

    private long deathOf(WindowKey key) throws Exception {
        long death = key.kind().deathOf(key.block(), LATENESS);
        Long longer = key.kind() == TransitWindow.CITY_DAY ? keptUntil.value() : null;
        return longer == null ? death : Math.max(death, longer);
    }

    /** Only a service date can lie far ahead: a window that stands alone in its block. */
    private static long dueAt(WindowPart part, long watermark) {
        long due = part.window().dueAt(part.start());
        boolean tooFar = part.window().alone() && watermark != Long.MIN_VALUE && due > watermark + LONGEST_WAIT;
        return tooFar ? watermark + 1 : due;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        WindowKey key = context.getCurrentKey();
        TransitWindow window = key.kind();
        if (timestamp >= deathOf(key)) {
            for (WindowCell cell : cells.values()) {
                issue(key, cell, out);
            }
            cells.clear();
            keptUntil.clear();
            return;
        }
        long start = window.alone() ? key.block() : window.startDueAt(timestamp);
        WindowCell cell = cells.get(start);
        if (cell != null && cell.changed()) {
            cells.put(start, issue(key, cell, out));
        }
    }

    /** The window as it is after the issue. What came undone before anyone heard of it is not worth a word. */
    private static WindowCell issue(WindowKey key, WindowCell cell, Collector<Result> out) {
        if (!cell.changed()) {
            return cell;
        }
        if (cell.revision() == 0 && cell.empty()) {
            return cell.unchanged();
        }
        out.collect(TransitResults.of(key, cell));
        return cell.issued();
    }
}
