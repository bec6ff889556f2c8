package org.tongcheng.alerts.points;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.ActiveStep;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/**
 * How many alerts go on at the end of each minute in which some began or ended. Key: {@link #KEY}. State: those minutes, each
 * for 36 days of event time, and how many alerts had begun and not ended before; it dies when that is none and no minute is
 * left.
 *
 * <p>Steps add up, so their order does not matter: one in the past changes the minutes after it too, and those are issued
 * again with a higher revision. Changes are gathered on a processing-time timer, and flushed by the watermark that ends a
 * bounded input.
 */
public final class CountActive extends KeyedProcessFunction<Tuple3<String, String, String>, ActiveStep, Result> {

    /** Tags of the point: city, domain, severity. */
    public static final KeySelector<ActiveStep, Tuple3<String, String, String>> KEY = step -> Tuple3.of(
            AlertPoints.city(step.cityCode()),
            step.domain().wireName(),
            step.severity().wireName());

    public static final TypeInformation<Tuple3<String, String, String>> KEY_TYPE =
            Types.TUPLE(Types.STRING, Types.STRING, Types.STRING);

    static final long KEPT_MILLIS = 36 * BusinessTime.DAY;

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long settlingMillis;
    private transient MapState<Long, ActiveMinute> minutes;
    private transient ValueState<@Nullable Long> earlier;
    private transient ValueState<@Nullable Boolean> changed;

    /** @param settlingMillis how long changes are gathered */
    public CountActive(long settlingMillis) {
        this.settlingMillis = settlingMillis;
    }

    @Override
    public void open(OpenContext context) {
        minutes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("minutes", Types.LONG, TypeInformation.of(ActiveMinute.class)));
        earlier = getRuntimeContext().getState(new ValueStateDescriptor<>("earlier", Types.LONG));
        changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Types.BOOLEAN));
    }

    @Override
    public void processElement(ActiveStep step, Context context, Collector<Result> out) throws Exception {
        long minute = Math.floorDiv(step.at(), BusinessTime.MINUTE) * BusinessTime.MINUTE;
        long watermark = context.timerService().currentWatermark();
        // The end of the input says nothing of time: steps may still come behind it.
        if (watermark != END_OF_INPUT && deathOf(minute) <= watermark) {
            addEarlier(step.delta());
        } else {
            ActiveMinute known = minutes.get(minute);
            minutes.put(minute, (known == null ? ActiveMinute.NONE : known).with(step.delta()));
            context.timerService().registerEventTimeTimer(deathOf(minute));
        }
        changed.update(true);
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer((now / settlingMillis + 1) * settlingMillis);
        context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        if (changed.value() != null) {
            issue(context.getCurrentKey(), out);
            changed.clear();
        }
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            sweep(timestamp);
        }
    }

    private void issue(Tuple3<String, String, String> key, Collector<Result> out) throws Exception {
        long active = earlier();
        for (Map.Entry<Long, ActiveMinute> entry : inOrder().entrySet()) {
            ActiveMinute minute = entry.getValue();
            active += minute.delta();
            if (!minute.shows(active)) {
                ActiveMinute issued = minute.issued(active);
                minutes.put(entry.getKey(), issued);
                out.collect(Measurement.ALERT_ACTIVE_1M
                        .at(entry.getKey())
                        .tag("city_code", key.f0)
                        .tag("domain", key.f1)
                        .tag("severity", key.f2)
                        .integer("active", active)
                        .build(issued.revision()));
            }
        }
    }

    private void sweep(long now) throws Exception {
        for (Map.Entry<Long, ActiveMinute> entry : inOrder().entrySet()) {
            if (deathOf(entry.getKey()) <= now) {
                addEarlier(entry.getValue().delta());
                minutes.remove(entry.getKey());
            }
        }
        if (minutes.isEmpty()) {
            // An emptied map would itself stay in the heap backend.
            minutes.clear();
        }
    }

    private Map<Long, ActiveMinute> inOrder() throws Exception {
        Map<Long, ActiveMinute> sorted = new TreeMap<>();
        for (Map.Entry<Long, ActiveMinute> entry : minutes.entries()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return sorted;
    }

    private long earlier() throws Exception {
        Long count = earlier.value();
        return count == null ? 0 : count;
    }

    private void addEarlier(int delta) throws Exception {
        long sum = earlier() + delta;
        if (sum == 0) {
            earlier.clear();
        } else {
            earlier.update(sum);
        }
    }

    /** Rounded up to whole days, so that there are few timers. */
    private static long deathOf(long minute) {
        return Math.floorDiv(minute + KEPT_MILLIS, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }
}
