package org.tongcheng.plumbing.job;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;

/**
 * Event time of a feed: the highest event time decoded so far, less the out-of-orderness, less 1 ms. Rejected records
 * have no say, so a broken one can neither hold the watermark nor push it.
 */
public final class FeedWatermarks<T extends FeedRecord> implements WatermarkGenerator<Arrival<T>> {

    private final long outOfOrderness;
    private long highest;

    private FeedWatermarks(Duration outOfOrderness) {
        this.outOfOrderness = outOfOrderness.toMillis();
        this.highest = Long.MIN_VALUE + this.outOfOrderness + 1;
    }

    /** Timestamps and watermarks; every split of a source gets a generator of its own. */
    public static <T extends FeedRecord> WatermarkStrategy<Arrival<T>> strategy(Duration outOfOrderness) {
        WatermarkStrategy<Arrival<T>> strategy = context -> new FeedWatermarks<>(outOfOrderness);
        return strategy.withTimestampAssigner((arrival, recordTimestamp) -> {
            T value = arrival.decoded().value();
            return value == null ? recordTimestamp : value.eventTime();
        });
    }

    @Override
    public void onEvent(Arrival<T> arrival, long eventTimestamp, WatermarkOutput output) {
        T value = arrival.decoded().value();
        if (value != null) {
            highest = Math.max(highest, value.eventTime());
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(highest - outOfOrderness - 1));
    }
}
