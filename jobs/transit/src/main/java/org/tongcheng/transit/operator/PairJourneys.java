package org.tongcheng.transit.operator;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.domain.transit.CardTaps;
import org.tongcheng.domain.transit.TapsByCard;
import org.tongcheng.transit.serial.TapsByCardSerializer;

/**
 * Pairs entrances and exits. Key: one of {@value #BUCKETS} buckets of cards, so that a card costs no state entry and
 * no timer of its own. State: the gated taps of the bucket's cards, packed; a tap dies when no accepted tap can come
 * between it and its neighbours any more (the accepted lateness and the longest journey later, and up to the next of
 * the bucket's rounds), the bucket with its last card.
 */
public final class PairJourneys extends PartGatherer<CardTap> implements Triggerable<Integer, VoidNamespace> {

    /** A migration of the state is needed to change it. */
    static final int BUCKETS = 1 << 16;

    /** A bucket is looked through this often. */
    static final long ROUND = 6 * BusinessTime.HOUR;

    private static final long serialVersionUID = 1L;
    private static final long KEPT = Feed.TRANSIT_TAPS.lateness().toMillis() + CardTaps.LONGEST_JOURNEY;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final BusinessTime time;
    private transient ValueState<TapsByCard> cards;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient JourneyParts parts;
    private transient long oldestKept;

    public PairJourneys(BusinessTime time) {
        this.time = time;
    }

    /** Key of a tap. */
    public static Integer bucketOf(CardTap tap) {
        return (int) (((tap.tokenHigh() * SPREAD ^ tap.tokenLow()) * SPREAD) >>> 48);
    }

    @Override
    public void open() throws Exception {
        super.open();
        cards = getRuntimeContext().getState(new ValueStateDescriptor<>("cards", TapsByCardSerializer.INSTANCE));
        timers = getInternalTimerService("rounds", VoidNamespaceSerializer.INSTANCE, this);
        parts = new JourneyParts(time);
        oldestKept = Long.MIN_VALUE;
    }

    @Override
    public void processElement(StreamRecord<CardTap> element) throws Exception {
        CardTap tap = element.getValue();
        TapsByCard bucket = cards.value();
        if (bucket == null) {
            bucket = new TapsByCard();
            timers.registerEventTimeTimer(
                    VoidNamespace.INSTANCE, roundAfter(tap.tap().time() + KEPT));
        }
        bucket.add(tap, oldestKept, parts);
        cards.update(bucket);
    }

    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        TapsByCard bucket = cards.value();
        bucket.prune(oldestKept);
        if (bucket.size() == 0) {
            cards.clear();
            return;
        }
        cards.update(bucket);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, timer.getTimestamp() + ROUND);
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("no processing-time timer is ever set");
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        oldestKept = mark.getTimestamp() - KEPT;
        super.processWatermark(mark);
    }

    @Override
    void flush(long watermark) {
        parts.drain(watermark, this::emit);
    }

    private static long roundAfter(long moment) {
        return Math.floorDiv(moment, ROUND) * ROUND + ROUND;
    }
}
