package org.tongcheng.region.operator;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.region.RegionInput;
import org.tongcheng.domain.region.RegionRow;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Key: region. State: the inputs of each hour, and the hours that await their issue. An hour dies 36 days after its
 * start: a day after the last correction of an observation can come. Changes are gathered on a processing-time timer, and
 * flushed by the watermark that ends a bounded input; a row is issued again only when its fields have changed.
 */
public final class SummariseHour extends KeyedProcessFunction<String, Result, Result> {

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;
    private static final long KEPT_MILLIS = 36 * BusinessTime.DAY;

    private final BusinessTime time;
    private final long settlingMillis;
    private transient MapState<Long, RegionHour> hours;
    private transient MapState<Long, Boolean> changed;

    /** @param settlingMillis how long changes are gathered */
    public SummariseHour(BusinessTime time, long settlingMillis) {
        this.time = time;
        this.settlingMillis = settlingMillis;
    }

    @Override
    public void open(OpenContext context) {
        hours = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("hours", Types.LONG, TypeInformation.of(RegionHour.class)));
        changed = getRuntimeContext().getMapState(new MapStateDescriptor<>("changed", Types.LONG, Types.BOOLEAN));
    }

    @Override
    public void processElement(Result result, Context context, Collector<Result> out) throws Exception {
        RegionInput input = RegionInput.of(result);
        if (input == null) {
            throw new IllegalArgumentException(result.measurement() + " does not tell of a region");
        }
        for (long hour : input.hours(result, time)) {
            keep(result, hour);
            context.timerService().registerEventTimeTimer(deathOf(hour));
        }
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer((now / settlingMillis + 1) * settlingMillis);
        context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }

    private void keep(Result result, long hour) throws Exception {
        RegionHour before = hours.get(hour);
        Map<String, Result> inputs = before == null ? new HashMap<>() : new HashMap<>(before.inputs());
        String series = result.series();
        if (RegionInput.replaces(result, inputs.get(series))) {
            inputs.put(series, result);
            hours.put(hour, new RegionHour(inputs, before == null ? null : before.issued()));
            changed.put(hour, true);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        issue(context.getCurrentKey(), out);
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            sweep(timestamp);
        }
    }

    private void issue(String regionId, Collector<Result> out) throws Exception {
        for (Long hour : changed.keys()) {
            RegionHour kept = hours.get(hour);
            Result issued = kept.issued();
            int revision = issued == null ? 0 : issued.revision() + 1;
            Result row = RegionRow.of(regionId, hour, kept.inputs().values(), revision);
            if (issued == null || !issued.fields().equals(row.fields())) {
                hours.put(hour, new RegionHour(kept.inputs(), row));
                out.collect(row);
            }
        }
        changed.clear();
    }

    private void sweep(long now) throws Exception {
        for (Iterator<Long> kept = hours.keys().iterator(); kept.hasNext(); ) {
            if (deathOf(kept.next()) <= now) {
                kept.remove();
            }
        }
        if (hours.isEmpty()) {
            // An emptied map would itself stay in the heap backend.
            hours.clear();
        }
    }

    /** Rounded up to whole days, so that there are few timers. */
    private static long deathOf(long hour) {
        return Math.floorDiv(hour + KEPT_MILLIS, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }
}
