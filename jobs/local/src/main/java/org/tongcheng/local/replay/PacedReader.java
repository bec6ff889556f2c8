package org.tongcheng.local.replay;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.local.replay.PacedSource.Pace;
import org.tongcheng.plumbing.intake.Arrival;

/** Takes a record from its reader and holds it until it is due. A reader that waits says so, and blocks nobody. */
@SuppressWarnings("try") // what close throws is the reader's business
final class PacedReader<T extends FeedRecord, S extends SourceSplit> implements SourceReader<Arrival<T>, S> {

    private final SourceReader<Arrival<T>, S> reader;
    private final Pace pace;
    private final Queue<Held<T>> held = new ArrayDeque<>();
    private InputStatus status = InputStatus.MORE_AVAILABLE;
    private long startedAt = Long.MIN_VALUE;

    /** A record on its way to an output. */
    private record Held<T extends FeedRecord>(Arrival<T> arrival, long timestamp, SourceOutput<Arrival<T>> output) {

        void emit() {
            output.collect(arrival, timestamp);
        }
    }

    PacedReader(SourceReader<Arrival<T>, S> reader, Pace pace) {
        this.reader = reader;
        this.pace = pace;
    }

    @Override
    public void start() {
        reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Arrival<T>> output) throws Exception {
        if (held.isEmpty()) {
            status = reader.pollNext(new Holding(output));
        }
        while (!held.isEmpty() && waitingMillis(held.element()) <= 0) {
            held.remove().emit();
        }
        return held.isEmpty() ? status : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        if (held.isEmpty()) {
            return reader.isAvailable();
        }
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(waitingMillis(held.element()), TimeUnit.MILLISECONDS));
    }

    /** Time begins to pass with the first record of the time that is paced. */
    private long waitingMillis(Held<T> next) {
        long arrivedAt = next.arrival.decoded().arrivedAt();
        if (arrivedAt < pace.from()) {
            return 0;
        }
        long now = pace.clock().millis();
        if (startedAt == Long.MIN_VALUE) {
            startedAt = now;
        }
        return startedAt + (long) ((arrivedAt - pace.from()) / pace.speed()) - now;
    }

    @Override
    public List<S> snapshotState(long checkpointId) {
        return reader.snapshotState(checkpointId);
    }

    @Override
    public void addSplits(List<S> splits) {
        reader.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
        reader.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        reader.handleSourceEvents(event);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        reader.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        reader.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void close() throws Exception {
        reader.close();
    }

    /** Holds records of a split and passes the rest on. */
    private class HoldingOfSplit implements SourceOutput<Arrival<T>> {

        private final SourceOutput<Arrival<T>> output;

        HoldingOfSplit(SourceOutput<Arrival<T>> output) {
            this.output = output;
        }

        @Override
        public void collect(Arrival<T> arrival) {
            collect(arrival, Long.MIN_VALUE);
        }

        @Override
        public void collect(Arrival<T> arrival, long timestamp) {
            held.add(new Held<>(arrival, timestamp, output));
        }

        @Override
        public void emitWatermark(Watermark mark) {
            output.emitWatermark(mark);
        }

        @Override
        public void markIdle() {
            output.markIdle();
        }

        @Override
        public void markActive() {
            output.markActive();
        }
    }

    /** The same of the whole reader. */
    private final class Holding extends HoldingOfSplit implements ReaderOutput<Arrival<T>> {

        private final ReaderOutput<Arrival<T>> output;

        Holding(ReaderOutput<Arrival<T>> output) {
            super(output);
            this.output = output;
        }

        @Override
        public SourceOutput<Arrival<T>> createOutputForSplit(String split) {
            return new HoldingOfSplit(output.createOutputForSplit(split));
        }

        @Override
        public void releaseOutputForSplit(String split) {
            output.releaseOutputForSplit(split);
        }
    }
}
