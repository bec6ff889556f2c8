package org.tongcheng.plumbing.job;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * For a stream that says nothing of how far a job has come, such as what people do once in a while: the last watermark
 * from the beginning, so that the job's is that of its other inputs. Without records too, which idleness would wait for.
 */
public final class NothingHeldBack<T> implements WatermarkGenerator<T> {

    private NothingHeldBack() {}

    public static <T> WatermarkStrategy<T> strategy() {
        return context -> new NothingHeldBack<>();
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
        // no record says more than the rest
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(Watermark.MAX_WATERMARK);
    }
}
