package org.tongcheng.local.feeds;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Merges feeds that are each in order of arrival; at the same moment the earlier source comes first. */
final class ByArrival implements Iterator<GeneratedRecord> {

    private final List<Iterator<GeneratedRecord>> sources;
    private final @Nullable GeneratedRecord[] heads;

    ByArrival(List<Iterator<GeneratedRecord>> sources) {
        this.sources = List.copyOf(sources);
        this.heads = new @Nullable GeneratedRecord[sources.size()];
        for (int index = 0; index < heads.length; index++) {
            refill(index);
        }
    }

    @Override
    public boolean hasNext() {
        return first() >= 0;
    }

    @Override
    public GeneratedRecord next() {
        int first = first();
        GeneratedRecord head = first < 0 ? null : heads[first];
        if (head == null) {
            throw new NoSuchElementException();
        }
        refill(first);
        return head;
    }

    private int first() {
        int first = -1;
        long soonest = Long.MAX_VALUE;
        for (int index = 0; index < heads.length; index++) {
            GeneratedRecord head = heads[index];
            if (head != null && head.arrivedAt() < soonest) {
                first = index;
                soonest = head.arrivedAt();
            }
        }
        return first;
    }

    private void refill(int index) {
        Iterator<GeneratedRecord> source = sources.get(index);
        heads[index] = source.hasNext() ? source.next() : null;
    }
}
