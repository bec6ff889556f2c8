package org.tongcheng.transit.operator;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.RecentIds;
import org.tongcheng.domain.transit.TransactionHash;
import org.tongcheng.plumbing.ledger.LedgerTally;
import org.tongcheng.transit.serial.RecentIdsSerializer;

/**
 * Lets the first tap of a transaction id through. Key: one of {@value #BUCKETS} buckets of the id's hash, so that an
 * id costs twelve bytes and no state entry of its own. State: the ids of the bucket; an id may die once its time is
 * beyond the accepted lateness, and does when the bucket would have to grow.
 */
public final class DeduplicateTaps extends AbstractStreamOperator<Tap> implements OneInputStreamOperator<Tap, Tap> {

    /** A migration of the state is needed to change it. */
    static final int BUCKETS = 1 << 14;

    private static final long serialVersionUID = 1L;
    private static final long BUCKET_SEED = 0x9E3779B97F4A7C15L;
    private static final long ID_SEED = 0xC2B2AE3D27D4EB4FL;

    private final OutputTag<LedgerCount> ledger;
    private transient ValueState<RecentIds> seen;
    private transient LedgerTally tally;
    private transient int oldestMinute;

    public DeduplicateTaps(OutputTag<LedgerCount> ledger) {
        this.ledger = ledger;
    }

    /** Key of a tap. */
    public static Integer bucketOf(Tap tap) {
        return (int) (TransactionHash.half(tap.transactionId(), BUCKET_SEED) >>> 50);
    }

    @Override
    public void open() throws Exception {
        super.open();
        seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", RecentIdsSerializer.INSTANCE));
        tally = new LedgerTally(Feed.TRANSIT_TAPS);
    }

    @Override
    public void processElement(StreamRecord<Tap> element) throws Exception {
        Tap tap = element.getValue();
        RecentIds ids = seen.value();
        if (ids == null) {
            ids = new RecentIds();
        }
        int minute = (int) (tap.eventTime() / BusinessTime.MINUTE) + 1;
        if (!ids.add(TransactionHash.half(tap.transactionId(), ID_SEED), minute, oldestMinute)) {
            tally.verdict(tap.arrivedAt(), Verdict.DUPLICATE, false);
            return;
        }
        seen.update(ids);
        tally.verdict(tap.arrivedAt(), Verdict.ACCEPTED, tap.flagged());
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        drain();
        long oldest = mark.getTimestamp() - Feed.TRANSIT_TAPS.lateness().toMillis();
        oldestMinute = (int) Math.max(0, Math.min(Integer.MAX_VALUE, oldest / BusinessTime.MINUTE));
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        drain();
    }

    @Override
    public void finish() throws Exception {
        drain();
        super.finish();
    }

    private void drain() {
        tally.drain(count -> output.collect(ledger, new StreamRecord<>(count)));
    }
}
