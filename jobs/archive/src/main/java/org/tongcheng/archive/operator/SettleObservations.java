package org.tongcheng.archive.operator;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.ObservationIntake.SameContent;
import org.tongcheng.plumbing.intake.ValidObservations;

/**
 * Tells duplicates and corrections from first observations, and keeps all of them. Key: site. State:
 * {@link ValidObservations}, which says when they die.
 */
public final class SettleObservations<T extends FeedRecord>
        extends KeyedProcessFunction<String, Judged<T>, ArchivedRecord> {

    private static final long serialVersionUID = 1L;

    private final Feed feed;
    private final TypeInformation<T> type;
    private final SameContent<T> same;
    private transient ValidObservations<T> valid;

    public SettleObservations(Feed feed, TypeInformation<T> type, SameContent<T> same) {
        this.feed = feed;
        this.type = type;
        this.same = same;
    }

    @Override
    public void open(OpenContext context) {
        valid = ValidObservations.of(feed, type, same, getRuntimeContext());
    }

    @Override
    public void processElement(Judged<T> judged, Context context, Collector<ArchivedRecord> out) throws Exception {
        out.collect(judged.record().with(valid.settle(judged.value(), context.timerService())));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ArchivedRecord> out) throws Exception {
        valid.sweep(timestamp);
    }
}
