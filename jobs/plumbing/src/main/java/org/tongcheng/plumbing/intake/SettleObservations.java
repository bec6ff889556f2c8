package org.tongcheng.plumbing.intake;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.ObservationIntake.SameContent;
import org.tongcheng.plumbing.ledger.LedgerTally;

/** Key: site. State: {@link ValidObservations}, which says when they die. */
final class SettleObservations<T extends FeedRecord> extends KeyedProcessFunction<String, T, T> {

    private static final long serialVersionUID = 1L;

    private final Feed feed;
    private final TypeInformation<T> type;
    private final SameContent<T> same;
    private transient ValidObservations<T> valid;

    SettleObservations(Feed feed, TypeInformation<T> type, SameContent<T> same) {
        this.feed = feed;
        this.type = type;
        this.same = same;
    }

    @Override
    public void open(OpenContext context) {
        valid = ValidObservations.of(feed, type, same, getRuntimeContext());
    }

    @Override
    public void processElement(T observation, Context context, Collector<T> out) throws Exception {
        Verdict verdict = valid.settle(observation, context.timerService());
        LedgerTally tally = new LedgerTally(feed);
        tally.verdict(observation.arrivedAt(), verdict, observation.flagged());
        tally.drain(count -> context.output(IntakeGate.LEDGER, count));
        if (verdict != Verdict.DUPLICATE) {
            out.collect(observation);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<T> out) throws Exception {
        valid.sweep(timestamp);
    }
}
