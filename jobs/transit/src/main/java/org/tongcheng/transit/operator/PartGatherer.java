package org.tongcheng.transit.operator;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.transit.window.WindowPart;

/**
 * Gathers parts of windows in memory, so that the next shuffle carries one part for many taps. What is gathered is
 * handed on before every watermark and before every checkpoint barrier: it is never state, and never lost.
 */
abstract class PartGatherer extends AbstractStreamOperator<WindowPart>
        implements OneInputStreamOperator<Tap, WindowPart> {

    private static final long serialVersionUID = 1L;

    private transient StreamRecord<WindowPart> reused;

    /** Hands on all parts, through {@link #emit}, and starts again from nothing. */
    abstract void flush();

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
        flush();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        flush();
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }
}
