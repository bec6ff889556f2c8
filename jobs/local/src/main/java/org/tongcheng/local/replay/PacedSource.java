package org.tongcheng.local.replay;

import java.io.Serializable;
import java.time.Clock;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;

/**
 * A source whose records come when they arrived, so many times faster; what arrived before the replayed time comes at once.
 * For jobs that are run again rather than restored: a record that waits is in no checkpoint.
 */
final class PacedSource<T extends FeedRecord, S extends SourceSplit, E> implements Source<Arrival<T>, S, E> {

    private static final long serialVersionUID = 1L;

    private final Source<Arrival<T>, S, E> source;
    private final Pace pace;

    /**
     * How fast time passes.
     *
     * @param from the first moment that is paced, epoch milliseconds
     * @param speed simulated seconds per second
     * @param clock of this machine
     */
    record Pace(long from, double speed, Clock clock) implements Serializable {}

    private PacedSource(Source<Arrival<T>, S, E> source, Pace pace) {
        this.source = source;
        this.pace = pace;
    }

    static <T extends FeedRecord, S extends SourceSplit, E> PacedSource<T, S, E> of(
            Source<Arrival<T>, S, E> source, Pace pace) {
        return new PacedSource<>(source, pace);
    }

    @Override
    public Boundedness getBoundedness() {
        return source.getBoundedness();
    }

    @Override
    public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context) throws Exception {
        return source.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E checkpoint) throws Exception {
        return source.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<S> getSplitSerializer() {
        return source.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
        return source.getEnumeratorCheckpointSerializer();
    }

    @Override
    public SourceReader<Arrival<T>, S> createReader(SourceReaderContext context) throws Exception {
        return new PacedReader<>(source.createReader(context), pace);
    }
}
