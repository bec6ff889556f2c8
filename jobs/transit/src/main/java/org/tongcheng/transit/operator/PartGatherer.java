package org.tongcheng.transit.operator;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.transit.window.WindowPart;

/**
 * Gathers parts of windows in memory, so that the next shuffle carries one part for many taps. What is gathered is
 * handed on before the watermark that a window waits for, and before every checkpoint barrier: it is never state, and
 * never lost.
 */
abstract class PartGatherer<I> extends AbstractStreamOperator<WindowPart>
        implements OneInputStreamOperator<I, WindowPart> {

    private static final long serialVersionUID = 1L;

    private transient StreamRecord<WindowPart> reused;

    /** Hands on, through {@link #emit}, and forgets the parts of all windows that are due at the watermark. */
    abstract void flush(long watermark);

    final void emit(WindowPart part) {
        output.collect(reused.replace(part));
    }

    @Override
    public void open() throws Exception {
        super.open();
        reused = new StreamRecord<>(null);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush(mark.getTimestamp());
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        flush(Long.MAX_VALUE);
    }

    @Override
    public void finish() throws Exception {
        flush(Long.MAX_VALUE);
        super.finish();
    }
}
