package org.tongcheng.transit.operator;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;

/** Gathers ridership: stops, routes, cities, roaming. Not keyed, no state. */
public final class GatherRidership extends PartGatherer<Tap> {

    private static final long serialVersionUID = 1L;

    /** Above it parts go out early, so that a wide stretch of time cannot fill the memory. */
    private static final int MOST_PARTS = 100_000;

    private final BusinessTime time;
    private transient RidershipParts parts;

    public GatherRidership(BusinessTime time) {
        this.time = time;
    }

    @Override
    public void open() throws Exception {
        super.open();
        parts = new RidershipParts(time);
    }

    @Override
    public void processElement(StreamRecord<Tap> element) {
        parts.add(element.getValue());
        if (parts.size() > MOST_PARTS) {
            flush(Long.MAX_VALUE);
        }
    }

    @Override
    void flush(long watermark) {
        parts.drain(watermark, this::emit);
    }
}
