package org.tongcheng.plumbing.job;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * For a stream that says nothing of how far a job has come, such as what people do once in a while: idle from the beginning,
 * so that the job's watermark is that of its other inputs. Were it the last watermark instead, it would be the job's as soon as
 * the others are idle, such as taps at night, and nothing would be on time any more.
 */
public final class NothingHeldBack<T> implements WatermarkGenerator<T> {

    private NothingHeldBack() {}

    public static <T> WatermarkStrategy<T> strategy() {
        return context -> new NothingHeldBack<>();
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
        // No record says more than the rest.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
