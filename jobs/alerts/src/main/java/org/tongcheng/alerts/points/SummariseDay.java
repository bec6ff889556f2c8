package org.tongcheng.alerts.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertDay;
import org.tongcheng.domain.alert.AlertDomain;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertStory;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * The alerts of each business day. Key: {@link #KEY}. State: the story of every alert, until 36 days of event time after its
 * end, the point of every day, until 36 days after its start, when it is settled, and from which day on points await their
 * issue.
 *
 * <p>A day's point depends on the stories only, not on the order in which alerts are told of. What is told late changes the
 * days after it too; those that differ are issued again. While alerts go on, every day has a point once it has begun. Changes
 * are gathered on a processing-time timer, and flushed by the watermark that ends a bounded input.
 */
public final class SummariseDay extends KeyedProcessFunction<Tuple2<String, String>, AlertTransition, Result> {

    /** Tags of the point: city, domain. */
    public static final KeySelector<AlertTransition, Tuple2<String, String>> KEY = alert -> Tuple2.of(
            AlertPoints.city(alert.entity().cityCode()), AlertDomain.of(alert).wireName());

    public static final TypeInformation<Tuple2<String, String>> KEY_TYPE = Types.TUPLE(Types.STRING, Types.STRING);

    static final long KEPT_MILLIS = 36 * BusinessTime.DAY;

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final BusinessTime time;
    private final long settlingMillis;
    private final long allowedMillis;
    private transient MapState<String, AlertStory> stories;
    private transient MapState<Long, Result> points;
    private transient ValueState<@Nullable Long> changedFrom;
    private transient ValueState<@Nullable Long> newest;

    /**
     * @param settlingMillis how long changes are gathered
     * @param allowedMillis from an alert's onset to its acknowledgement; later, it is overdue
     */
    public SummariseDay(BusinessTime time, long settlingMillis, long allowedMillis) {
        this.time = time;
        this.settlingMillis = settlingMillis;
        this.allowedMillis = allowedMillis;
    }

    @Override
    public void open(OpenContext context) {
        stories = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("stories", Types.STRING, TypeInformation.of(AlertStory.class)));
        points = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("points", Types.LONG, ResultSerializer.RESULT));
        changedFrom = getRuntimeContext().getState(new ValueStateDescriptor<>("changed-from", Types.LONG));
        newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Types.LONG));
    }

    @Override
    public void processElement(AlertTransition alert, Context context, Collector<Result> out) throws Exception {
        stories.put(alert.alertId(), AlertStory.after(stories.get(alert.alertId()), alert));
        change(startOfDay(changeOf(alert)));
        long day = startOfDay(alert.at());
        Long last = newest.value();
        if (last == null || day > last) {
            // The days between have the alerts that went on.
            change(last == null ? day : nextDay(last));
            newest.update(day);
            context.timerService().registerEventTimeTimer(nextDay(day));
        }
        context.timerService().registerEventTimeTimer(deathOf(day));
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer((now / settlingMillis + 1) * settlingMillis);
        context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }

    /** Staff's steps count from when they date them. */
    private static long changeOf(AlertTransition alert) {
        AlertHandling handling = alert.handling();
        AlertAction last = handling == null ? null : handling.last();
        return last == null ? alert.at() : Math.min(alert.at(), last.at());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        boolean ofEvents = context.timeDomain() == TimeDomain.EVENT_TIME;
        long watermark = context.timerService().currentWatermark();
        if (ofEvents && watermark != END_OF_INPUT) {
            beginDay(timestamp, context);
        }
        Long from = changedFrom.value();
        Long until = newest.value();
        if (from != null && until != null) {
            long now = ofEvents ? timestamp : watermark;
            issue(context.getCurrentKey(), Math.max(from, oldestUnsettled(now)), until, out);
            changedFrom.clear();
        }
        if (ofEvents) {
            sweep(timestamp);
        }
    }

    /** Alerts that go on belong to the next day too, and it must be known that nothing ended them before. */
    private void beginDay(long timestamp, OnTimerContext context) throws Exception {
        Long last = newest.value();
        if (last == null || nextDay(last) > timestamp) {
            return;
        }
        for (AlertStory story : stories.values()) {
            if (story.open()) {
                long day = nextDay(last);
                newest.update(day);
                change(day);
                context.timerService().registerEventTimeTimer(nextDay(day));
                context.timerService().registerEventTimeTimer(deathOf(day));
                return;
            }
        }
    }

    private void issue(Tuple2<String, String> key, long from, long until, Collector<Result> out) throws Exception {
        List<AlertStory> all = new ArrayList<>();
        stories.values().forEach(all::add);
        for (long day = from; day <= until; day = nextDay(day)) {
            AlertDay summary = AlertDay.of(all, day, nextDay(day), allowedMillis);
            Result issued = points.get(day);
            if (issued == null && summary.isEmpty()) {
                continue;
            }
            Result point = point(key, day, summary, issued == null ? 0 : issued.revision() + 1);
            if (issued == null || !issued.fields().equals(point.fields())) {
                points.put(day, point);
                out.collect(point);
            }
        }
    }

    private static Result point(Tuple2<String, String> key, long day, AlertDay summary, int revision) {
        return Measurement.ALERT_SUMMARY_1D
                .at(day)
                .tag("city_code", key.f0)
                .tag("domain", key.f1)
                .integer("found", summary.found())
                .integer("resolved", summary.resolved())
                .integer("retracted", summary.retracted())
                .decimal("time_to_resolve_p50_s", summary.timeToResolve())
                .integer("open", summary.handling().open())
                .integer("acknowledged", summary.handling().acknowledged())
                .integer("rectified", summary.handling().rectified())
                .integer("overdue", summary.handling().overdue())
                .build(revision);
    }

    private void sweep(long now) throws Exception {
        for (Iterator<Map.Entry<String, AlertStory>> kept = stories.iterator(); kept.hasNext(); ) {
            AlertStory story = kept.next().getValue();
            if (!story.open() && story.turnedAt() + KEPT_MILLIS <= now) {
                kept.remove();
            }
        }
        for (Iterator<Long> days = points.keys().iterator(); days.hasNext(); ) {
            if (days.next() + KEPT_MILLIS <= now) {
                days.remove();
            }
        }
        // Emptied maps would themselves stay in the heap backend.
        if (points.isEmpty()) {
            points.clear();
        }
        if (stories.isEmpty()) {
            stories.clear();
            newest.clear();
        }
    }

    private void change(long day) throws Exception {
        Long from = changedFrom.value();
        if (from == null || day < from) {
            changedFrom.update(day);
        }
    }

    /** Stories that ended on earlier days may be gone. */
    private long oldestUnsettled(long now) {
        boolean unknown = now == Long.MIN_VALUE || now == END_OF_INPUT;
        return unknown ? Long.MIN_VALUE : nextDay(startOfDay(now - KEPT_MILLIS));
    }

    private long startOfDay(long moment) {
        return time.startOf(time.dayOf(moment));
    }

    private long nextDay(long day) {
        LocalDate date = time.dayOf(day);
        return time.startOf(date.plusDays(1));
    }

    /** Of a day, with all that was told of on it; whole days, so that there are few timers. */
    private static long deathOf(long day) {
        return day + KEPT_MILLIS + 2 * BusinessTime.DAY;
    }
}
