package org.tongcheng.local.feeds;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;

/** Records in order of arrival, and the account of what was taken so far. */
public final class RecordStream implements Iterator<GeneratedRecord> {

    private final Iterator<GeneratedRecord> records;
    private final Map<Feed, Map<FaultKind, Long>> counts = new EnumMap<>(Feed.class);

    RecordStream(Iterator<GeneratedRecord> records) {
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public GeneratedRecord next() {
        GeneratedRecord next = records.next();
        counts.computeIfAbsent(next.feed(), feed -> new EnumMap<>(FaultKind.class))
                .merge(next.fault(), 1L, Long::sum);
        return next;
    }

    /** How many records of a feed were taken, by what is wrong with them; kinds that did not occur are absent. */
    public Map<FaultKind, Long> faults(Feed feed) {
        return Map.copyOf(counts.getOrDefault(feed, Map.of()));
    }

    /**
     * What the ledger must say of a feed once everything taken has been consumed, however it was partitioned by key. The
     * minute is 0: the count is that of all minutes.
     */
    public LedgerCount expected(Feed feed) {
        LedgerCount expected = new LedgerCount(feed, 0, 0, 0, 0, 0, 0, 0, 0);
        for (Map.Entry<FaultKind, Long> entry : faults(feed).entrySet()) {
            expected = expected.plus(counted(feed, entry.getKey(), entry.getValue()));
        }
        return expected;
    }

    private static LedgerCount counted(Feed feed, FaultKind kind, long count) {
        long flagged = kind == FaultKind.UNREGISTERED_STOP ? count : 0;
        return switch (kind.verdict()) {
            case ACCEPTED -> new LedgerCount(feed, 0, count, count, 0, flagged, 0, 0, 0);
            case REVISED -> new LedgerCount(feed, 0, count, count, count, 0, 0, 0, 0);
            case DUPLICATE -> new LedgerCount(feed, 0, count, 0, 0, 0, count, 0, 0);
            case LATE -> new LedgerCount(feed, 0, count, 0, 0, 0, 0, count, 0);
            case REJECTED -> new LedgerCount(feed, 0, count, 0, 0, 0, 0, 0, count);
        };
    }
}
