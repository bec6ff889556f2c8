package org.tongcheng.plumbing.job;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * A function to which the last watermark comes when its input has ended, and not before. Where streams of unequal length
 * meet, an idle one does not hold back the others' last watermark: what it still brings would meet state that has died, begin
 * results anew that had been told, and set timers that nothing fires.
 */
public class LastWatermarkAtEnd<K, I, O> extends KeyedProcessOperator<K, I, O> {

    private static final long serialVersionUID = 1L;

    public LastWatermarkAtEnd(KeyedProcessFunction<K, I, O> function) {
        super(function);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!mark.equals(Watermark.MAX_WATERMARK)) {
            super.processWatermark(mark);
        }
    }

    @Override
    public void finish() throws Exception {
        super.processWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }
}
