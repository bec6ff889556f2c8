package org.tongcheng.transit.operator;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.RecentTaps;
import org.tongcheng.plumbing.ledger.LedgerTally;

/** Lets the first tap of a transaction id through. Key, state and its death: {@link RecentTaps}. */
public final class DeduplicateTaps extends RecentTaps<Tap, Tap> {

    private static final long serialVersionUID = 1L;

    private final OutputTag<LedgerCount> ledger;
    private transient LedgerTally tally;

    public DeduplicateTaps(OutputTag<LedgerCount> ledger) {
        this.ledger = ledger;
    }

    /** Key of a tap. */
    public static Integer bucketOf(Tap tap) {
        return bucketOf(tap.transactionId());
    }

    @Override
    public void open() throws Exception {
        super.open();
        tally = new LedgerTally(Feed.TRANSIT_TAPS);
    }

    @Override
    public void processElement(StreamRecord<Tap> element) throws Exception {
        Tap tap = element.getValue();
        if (!isFirst(bucketOf(tap), hashOf(tap.transactionId()), tap.eventTime())) {
            tally.verdict(tap.arrivedAt(), Verdict.DUPLICATE, false);
            return;
        }
        tally.verdict(tap.arrivedAt(), Verdict.ACCEPTED, tap.flagged());
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        drain();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        drain();
        super.prepareSnapshotPreBarrier(checkpointId);
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
