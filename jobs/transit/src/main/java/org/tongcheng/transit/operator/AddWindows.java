package org.tongcheng.transit.operator;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.serial.WindowCellSerializer;
import org.tongcheng.transit.window.TransitResults;
import org.tongcheng.transit.window.WindowCell;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;

/**
 * Adds parts up to windows. Key: the windows of one series that start in one block of time. State: those windows; a
 * window is issued when the watermark reaches its end, and again, one revision higher, at the next watermark after it
 * changed. The block dies when no accepted tap can touch it any more.
 */
public final class AddWindows extends KeyedProcessFunction<WindowKey, WindowPart, Result> {

    private static final long serialVersionUID = 1L;
    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();

    /** A window that ends farther ahead of the watermark than this is not waited for. */
    private static final long LONGEST_WAIT = 2 * BusinessTime.DAY;

    private transient MapState<Long, WindowCell> cells;

    @Override
    public void open(OpenContext context) {
        cells = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("cells", LongSerializer.INSTANCE, WindowCellSerializer.INSTANCE));
    }

    @Override
    public void processElement(WindowPart part, Context context, Collector<Result> out) throws Exception {
        WindowCell before = cells.get(part.start());
        cells.put(part.start(), before == null ? WindowCell.of(part) : before.plus(part));
        if (before != null && before.changed()) {
            return;
        }
        WindowKey key = context.getCurrentKey();
        long watermark = context.timerService().currentWatermark();
        long due = part.window().dueAt(part.start());
        boolean tooFar = watermark != Long.MIN_VALUE && due > watermark + LONGEST_WAIT;
        context.timerService().registerEventTimeTimer(tooFar ? watermark + 1 : due);
        context.timerService().registerEventTimeTimer(part.window().deathOf(key.block(), LATENESS));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        WindowKey key = context.getCurrentKey();
        boolean dead = timestamp >= key.kind().deathOf(key.block(), LATENESS);
        List<WindowCell> settled = new ArrayList<>();
        for (WindowCell cell : cells.values()) {
            if (!cell.changed() || !(dead || ready(key, cell, timestamp))) {
                continue;
            }
            if (cell.revision() == 0 && cell.empty()) {
                settled.add(cell.unchanged());
            } else {
                out.collect(TransitResults.of(key, cell));
                settled.add(cell.issued());
            }
        }
        if (dead) {
            cells.clear();
            return;
        }
        for (WindowCell cell : settled) {
            cells.put(cell.start(), cell);
        }
    }

    private static boolean ready(WindowKey key, WindowCell cell, long timestamp) {
        long due = key.kind().dueAt(cell.start());
        return due <= timestamp || due > timestamp + LONGEST_WAIT;
    }
}
