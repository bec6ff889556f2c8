package org.tongcheng.archive.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives each reader its partitions as soon as it is there. */
final class ArchiveEnumerator implements SplitEnumerator<ArchiveSplit, ArchivePlan> {

    private final SplitEnumeratorContext<ArchiveSplit> context;
    private final List<ArchiveSplit> waiting;

    ArchiveEnumerator(SplitEnumeratorContext<ArchiveSplit> context, ArchivePlan plan) {
        this.context = context;
        this.waiting = new ArrayList<>(plan.waiting());
    }

    @Override
    public void start() {}

    /** Nobody asks: what a reader gets does not depend on who is fastest. */
    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {}

    @Override
    public void addReader(int reader) {
        give(reader);
    }

    @Override
    public void addSplitsBack(List<ArchiveSplit> splits, int reader) {
        waiting.addAll(splits);
        if (context.registeredReaders().containsKey(reader)) {
            give(reader);
        }
    }

    @Override
    public ArchivePlan snapshotState(long checkpointId) {
        return new ArchivePlan(List.copyOf(waiting));
    }

    @Override
    public void close() {}

    private void give(int reader) {
        List<ArchiveSplit> given = waiting.stream()
                .filter(split -> split.owner(context.currentParallelism()) == reader)
                .toList();
        given.forEach(split -> context.assignSplit(split, reader));
        waiting.removeAll(given);
        context.signalNoMoreSplits(reader);
    }
}
