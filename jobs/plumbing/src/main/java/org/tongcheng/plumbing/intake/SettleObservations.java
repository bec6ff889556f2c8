package org.tongcheng.plumbing.intake;

import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.ObservationIntake.SameContent;
import org.tongcheng.plumbing.ledger.LedgerTally;

/**
 * Key: site. State: the valid observation of each time; it dies once the watermark is a day past the accepted
 * lateness, when the gate lets nothing of that time through any more. Timers are rounded up to days.
 */
final class SettleObservations<T extends FeedRecord> extends KeyedProcessFunction<String, T, T> {

    private static final long serialVersionUID = 1L;

    private final Feed feed;
    private final TypeInformation<T> type;
    private final SameContent<T> same;
    private final long keptMillis;
    private transient MapState<Long, T> valid;

    SettleObservations(Feed feed, TypeInformation<T> type, SameContent<T> same) {
        this.feed = feed;
        this.type = type;
        this.same = same;
        this.keptMillis = feed.lateness().toMillis() + BusinessTime.DAY;
    }

    @Override
    public void open(OpenContext context) {
        valid = getRuntimeContext().getMapState(new MapStateDescriptor<>("valid", Types.LONG, type));
    }

    @Override
    public void processElement(T observation, Context context, Collector<T> out) throws Exception {
        T before = valid.get(observation.eventTime());
        Verdict verdict = before == null
                ? Verdict.ACCEPTED
                : same.test(before, observation) ? Verdict.DUPLICATE : Verdict.REVISED;
        LedgerTally tally = new LedgerTally(feed);
        tally.verdict(observation.arrivedAt(), verdict, observation.flagged());
        tally.drain(count -> context.output(IntakeGate.LEDGER, count));
        if (verdict == Verdict.DUPLICATE) {
            return;
        }
        valid.put(observation.eventTime(), observation);
        context.timerService().registerEventTimeTimer(deathOf(observation.eventTime()));
        out.collect(observation);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<T> out) throws Exception {
        for (Iterator<Long> times = valid.keys().iterator(); times.hasNext(); ) {
            if (deathOf(times.next()) <= timestamp) {
                times.remove();
            }
        }
        if (valid.isEmpty()) {
            // An emptied map is an entry still.
            valid.clear();
        }
    }

    private long deathOf(long eventTime) {
        return Math.floorDiv(eventTime + keptMillis, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }
}
