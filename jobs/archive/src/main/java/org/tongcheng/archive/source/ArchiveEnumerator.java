package org.tongcheng.archive.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Looks at the archive once, and gives each reader its partitions as soon as it is there. */
final class ArchiveEnumerator implements SplitEnumerator<ArchiveSplit, ArchivePlan> {

    private final SplitEnumeratorContext<ArchiveSplit> context;
    private final Callable<List<ArchiveSplit>> planner;
    private @Nullable List<ArchiveSplit> waiting;

    /** @param planner called in another thread, since it waits for the archive's store */
    ArchiveEnumerator(
            SplitEnumeratorContext<ArchiveSplit> context, ArchivePlan plan, Callable<List<ArchiveSplit>> planner) {
        this.context = context;
        this.planner = planner;
        this.waiting = plan.waiting() == null ? null : new ArrayList<>(plan.waiting());
    }

    @Override
    public void start() {
        if (waiting == null) {
            context.callAsync(planner, this::planned);
        }
    }

    private void planned(List<ArchiveSplit> splits, @Nullable Throwable failure) {
        if (failure != null) {
            throw new FlinkRuntimeException(failure.getMessage(), failure);
        }
        waiting = new ArrayList<>(splits);
        context.registeredReaders().keySet().forEach(this::give);
    }

    /** Nobody asks: what a reader gets does not depend on who is fastest. */
    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {}

    @Override
    public void addReader(int reader) {
        give(reader);
    }

    @Override
    public void addSplitsBack(List<ArchiveSplit> splits, int reader) {
        if (waiting == null) {
            throw new IllegalStateException("splits come back that were never given");
        }
        waiting.addAll(splits);
        if (context.registeredReaders().containsKey(reader)) {
            give(reader);
        }
    }

    @Override
    public ArchivePlan snapshotState(long checkpointId) {
        return new ArchivePlan(waiting == null ? null : List.copyOf(waiting));
    }

    @Override
    public void close() {}

    private void give(int reader) {
        if (waiting == null) {
            return;
        }
        List<ArchiveSplit> given = waiting.stream()
                .filter(split -> split.owner(context.currentParallelism()) == reader)
                .toList();
        given.forEach(split -> context.assignSplit(split, reader));
        waiting.removeAll(given);
        context.signalNoMoreSplits(reader);
    }
}
