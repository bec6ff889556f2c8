package org.tongcheng.plumbing.ledger;

import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Key: feed. State: the sum of each minute; it dies two days after the minute has left the feed's lateness. Beside it
 * the minutes that have changed since their last issue, so that an issue reads no others. Changes are gathered on a
 * processing-time timer, and flushed by the watermark that ends a bounded input.
 */
final class SumLedger extends KeyedProcessFunction<String, LedgerCount, Result> {

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long settlingMillis;
    private transient MapState<Long, LedgerMinute> minutes;
    private transient MapState<Long, Boolean> changed;

    SumLedger(long settlingMillis) {
        this.settlingMillis = settlingMillis;
    }

    @Override
    public void open(OpenContext context) {
        minutes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("minutes", Types.LONG, TypeInformation.of(LedgerMinute.class)));
        changed = getRuntimeContext().getMapState(new MapStateDescriptor<>("changed", Types.LONG, Types.BOOLEAN));
    }

    @Override
    public void processElement(LedgerCount count, Context context, Collector<Result> out) throws Exception {
        LedgerMinute before = minutes.get(count.minute());
        minutes.put(
                count.minute(),
                before == null
                        ? new LedgerMinute(count, 0)
                        : new LedgerMinute(before.count().plus(count), before.revision()));
        changed.put(count.minute(), true);
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer((now / settlingMillis + 1) * settlingMillis);
        context.timerService().registerEventTimeTimer(END_OF_INPUT);
        context.timerService().registerEventTimeTimer(deathOf(count));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        issue(out);
        if (context.timeDomain() == TimeDomain.EVENT_TIME && timestamp != END_OF_INPUT) {
            forget(timestamp);
        }
        if (minutes.isEmpty()) {
            // An emptied map would itself stay in the heap backend.
            minutes.clear();
        }
    }

    private void issue(Collector<Result> out) throws Exception {
        for (long time : changed.keys()) {
            LedgerMinute minute = minutes.get(time);
            out.collect(LedgerPoints.of(minute.count(), minute.revision()));
            minutes.put(time, new LedgerMinute(minute.count(), minute.revision() + 1));
        }
        changed.clear();
    }

    private void forget(long now) throws Exception {
        for (Iterator<LedgerMinute> kept = minutes.values().iterator(); kept.hasNext(); ) {
            if (deathOf(kept.next().count()) <= now) {
                kept.remove();
            }
        }
    }

    /** Records that came without any time stand at minute 0, which has no end. */
    private static long deathOf(LedgerCount count) {
        if (count.minute() == 0) {
            return END_OF_INPUT;
        }
        long kept = count.feed().lateness().toMillis() + 2 * BusinessTime.DAY;
        return Math.floorDiv(count.minute() + kept, BusinessTime.DAY) * BusinessTime.DAY;
    }
}
