package org.tongcheng.local.replay;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Not keyed, no state. Counts what comes out of a source, so that whoever waits can see how far it is. */
final class CountRead<T> extends RichMapFunction<T, T> {

    /** Name of the accumulator. */
    static final String NAME = "records-read";

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway.Init") // by open
    private transient LongCounter read;

    @Override
    public void open(OpenContext context) {
        read = new LongCounter();
        getRuntimeContext().addAccumulator(NAME, read);
    }

    @Override
    public T map(T record) {
        read.add(1);
        return record;
    }
}
