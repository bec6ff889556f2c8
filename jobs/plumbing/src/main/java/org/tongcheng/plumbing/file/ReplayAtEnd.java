package org.tongcheng.plumbing.file;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.tongcheng.plumbing.job.LastWatermarkAtEnd;

/**
 * A function whose event-time timers wait for the end of the input and then fire in order of time over all keys. The
 * watermark that goes out follows them, as if the timers' output were live: behind it nothing would be on time.
 */
final class ReplayAtEnd<K, I, O> extends LastWatermarkAtEnd<K, I, O> {

    private static final long serialVersionUID = 1L;

    private transient long reached;

    ReplayAtEnd(KeyedProcessFunction<K, I, O> function) {
        super(function);
    }

    @Override
    public void open() throws Exception {
        super.open();
        reached = Long.MIN_VALUE;
    }

    @Override
    public void processWatermark(Watermark mark) {
        // Points of any time may still come, behind the last watermark too, from an input that is idle.
    }

    @Override
    public void onEventTime(InternalTimer<K, VoidNamespace> timer) throws Exception {
        if (timer.getTimestamp() > reached) {
            reached = timer.getTimestamp();
            output.emitWatermark(new Watermark(reached - 1));
        }
        super.onEventTime(timer);
    }
}
