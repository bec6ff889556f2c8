package org.tongcheng.plumbing.job;

import java.io.Serializable;
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
public final class FeedWatermarks<A, T extends FeedRecord> implements WatermarkGenerator<A> {

    private final long outOfOrderness;
    private final ArrivalWithin<A, T> within;
    private long highest;

    private FeedWatermarks(Duration outOfOrderness, ArrivalWithin<A, T> within) {
        this.within = within;
        this.outOfOrderness = outOfOrderness.toMillis();
        this.highest = Long.MIN_VALUE + this.outOfOrderness + 1;
    }

    /** Timestamps and watermarks; every split of a source gets a generator of its own. */
    public static <T extends FeedRecord> WatermarkStrategy<Arrival<T>> strategy(Duration outOfOrderness) {
        return strategy(outOfOrderness, arrival -> arrival);
    }

    /** The same for what has an arrival in it. */
    public static <A, T extends FeedRecord> WatermarkStrategy<A> strategy(
            Duration outOfOrderness, ArrivalWithin<A, T> within) {
        WatermarkStrategy<A> strategy = context -> new FeedWatermarks<>(outOfOrderness, within);
        return strategy.withTimestampAssigner((carrier, recordTimestamp) -> {
            T value = within.arrival(carrier).decoded().value();
            return value == null ? recordTimestamp : value.eventTime();
        });
    }

    /** Where the arrival is. */
    @FunctionalInterface
    public interface ArrivalWithin<A, T extends FeedRecord> extends Serializable {
        Arrival<T> arrival(A carrier);
    }

    @Override
    public void onEvent(A carrier, long eventTimestamp, WatermarkOutput output) {
        T value = within.arrival(carrier).decoded().value();
        if (value != null) {
            highest = Math.max(highest, value.eventTime());
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(highest - outOfOrderness - 1));
    }
}
