package org.tongcheng.plumbing.job;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * A function whose event-time timers all fire when its input ends. They would not for elements that come behind the last
 * watermark: where streams of unequal length meet, an idle one does not hold back the watermark of the others, and what
 * it still brings at the end meets timers that nothing fires.
 */
public final class FlushAtEnd<K, I, O> extends KeyedProcessOperator<K, I, O> {

    private static final long serialVersionUID = 1L;

    public FlushAtEnd(KeyedProcessFunction<K, I, O> function) {
        super(function);
    }

    @Override
    public void finish() throws Exception {
        processWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }
}
