package org.tongcheng.alerts.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.tongcheng.alerts.serial.SeriesMemorySerializer;
import org.tongcheng.alerts.serial.SlotHistorySerializer;
import org.tongcheng.alerts.watch.SeriesMemory;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.SlotHistory;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.serial.CompactType;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * The keyed state of {@link WatchSeries}.
 *
 * @param memory readings, by field
 * @param tracks by rule
 * @param held points that wait for their parts, or for those before them, by time
 * @param slots what was usual at an hour of a weekday, by field and slot
 */
record SeriesStates(
        ValueState<@Nullable SeriesMemory> memory,
        Tracks tracks,
        MapState<Long, Result> held,
        MapState<String, SlotHistory> slots) {

    static final ValueStateDescriptor<SeriesMemory> MEMORY = new ValueStateDescriptor<>(
            "memory", new CompactType<>(SeriesMemory.class, SeriesMemorySerializer.INSTANCE));

    private static final MapStateDescriptor<Long, Result> HELD =
            new MapStateDescriptor<>("held", Types.LONG, ResultSerializer.RESULT);
    private static final MapStateDescriptor<String, SlotHistory> SLOTS = new MapStateDescriptor<>(
            "slots", Types.STRING, new CompactType<>(SlotHistory.class, SlotHistorySerializer.INSTANCE));
    private static final long SLOT_KEPT = (SlotHistory.WEEKS + 6L) * 7 * BusinessTime.DAY;

    static SeriesStates of(RuntimeContext context) {
        return new SeriesStates(
                context.getState(MEMORY),
                new Tracks(context.getMapState(Tracks.DESCRIPTOR)),
                context.getMapState(HELD),
                context.getMapState(SLOTS));
    }

    SeriesMemory remembered() throws Exception {
        SeriesMemory kept = memory.value();
        return kept == null ? SeriesMemory.EMPTY : kept;
    }

    void hold(Result point) throws Exception {
        held.put(point.time(), point);
    }

    /** Held points in order of time. */
    List<Result> inOrder() throws Exception {
        Map<Long, Result> points = new TreeMap<>();
        for (Map.Entry<Long, Result> point : held.entries()) {
            points.put(point.getKey(), point.getValue());
        }
        return new ArrayList<>(points.values());
    }

    void release(Result point) throws Exception {
        held.remove(point.time());
        if (held.isEmpty()) {
            held.clear();
        }
    }

    SlotHistory history(String field, int slot) throws Exception {
        SlotHistory kept = slots.get(key(field, slot));
        return kept == null ? SlotHistory.EMPTY : kept;
    }

    void put(String field, Reading hour, BusinessTime time) throws Exception {
        int slot = SlotHistory.slotOf(hour.time(), time);
        slots.put(key(field, slot), history(field, slot).with(hour));
    }

    /**
     * Forgets slots of which nothing was heard for as long as they could decide.
     *
     * @return when the next one is to be forgotten; the end of time when none is left
     */
    long forgetSlots(long now) throws Exception {
        long next = Long.MAX_VALUE;
        List<String> dead = new ArrayList<>();
        for (Map.Entry<String, SlotHistory> slot : slots.entries()) {
            List<Reading> readings = slot.getValue().readings();
            long death =
                    readings.isEmpty() ? now : readings.get(readings.size() - 1).time() + SLOT_KEPT;
            if (death <= now) {
                dead.add(slot.getKey());
            } else {
                next = Math.min(next, death);
            }
        }
        for (String slot : dead) {
            slots.remove(slot);
        }
        if (slots.isEmpty()) {
            slots.clear();
        }
        return next;
    }

    private static String key(String field, int slot) {
        return field + "/" + slot;
    }
}
