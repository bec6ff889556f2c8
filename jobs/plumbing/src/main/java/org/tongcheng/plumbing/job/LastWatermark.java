package org.tongcheng.plumbing.job;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Passes everything on, and the end of its source even when that source is idle. Flink lets a drained source emit the
 * last watermark, but an output that has announced itself idle drops it, and windows that wait for it would be lost.
 * It must be chained to the source.
 */
public final class LastWatermark<T> extends AbstractStreamOperator<T> implements OneInputStreamOperator<T, T> {

    private static final long serialVersionUID = 1L;

    /** What an operator right behind a source has to do when it finishes. */
    public static void emit(Output<?> output) {
        output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
        output.emitWatermark(Watermark.MAX_WATERMARK);
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        output.collect(element);
    }

    @Override
    public void finish() throws Exception {
        emit(output);
        super.finish();
    }
}
