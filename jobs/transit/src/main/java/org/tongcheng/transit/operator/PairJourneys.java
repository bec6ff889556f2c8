package org.tongcheng.transit.operator;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTaps;
import org.tongcheng.domain.transit.GatedTap;

/**
 * Pairs entrances and exits. Key: card. State: its gated taps, packed; a tap dies when no accepted tap can come
 * between it and its neighbours any more (the accepted lateness and the longest journey later), the card with its last
 * tap. One timer a card, rounded up to the hour.
 */
public final class PairJourneys extends PartGatherer implements Triggerable<CardKey, VoidNamespace> {

    private static final long serialVersionUID = 1L;
    private static final long KEPT = Feed.TRANSIT_TAPS.lateness().toMillis() + CardTaps.LONGEST_JOURNEY;

    private final BusinessTime time;
    private transient ValueState<byte[]> taps;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient JourneyParts parts;
    private transient long oldestKept;

    public PairJourneys(BusinessTime time) {
        this.time = time;
    }

    @Override
    public void open() throws Exception {
        super.open();
        taps = getRuntimeContext().getState(new ValueStateDescriptor<>("taps", BytePrimitiveArraySerializer.INSTANCE));
        timers = getInternalTimerService("cards", VoidNamespaceSerializer.INSTANCE, this);
        parts = new JourneyParts(time);
        oldestKept = Long.MIN_VALUE;
    }

    @Override
    public void processElement(StreamRecord<Tap> element) throws Exception {
        Tap tap = element.getValue();
        byte[] before = taps.value();
        taps.update(CardTaps.add(before, GatedTap.of(tap), oldestKept, parts));
        if (before == null) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, deathOf(tap.eventTime()));
        }
    }

    @Override
    public void onEventTime(InternalTimer<CardKey, VoidNamespace> timer) throws Exception {
        byte[] before = taps.value();
        byte[] left = before == null ? null : CardTaps.prune(before, timer.getTimestamp() - KEPT);
        if (left == null) {
            taps.clear();
            return;
        }
        taps.update(left);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, deathOf(CardTaps.newestTime(left)));
    }

    @Override
    public void onProcessingTime(InternalTimer<CardKey, VoidNamespace> timer) {
        throw new IllegalStateException("no processing-time timer is ever set");
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        oldestKept = mark.getTimestamp() - KEPT;
        super.processWatermark(mark);
    }

    @Override
    void flush() {
        parts.drain(this::emit);
    }

    private static long deathOf(long eventTime) {
        return Math.floorDiv(eventTime + KEPT, BusinessTime.HOUR) * BusinessTime.HOUR + BusinessTime.HOUR;
    }
}
