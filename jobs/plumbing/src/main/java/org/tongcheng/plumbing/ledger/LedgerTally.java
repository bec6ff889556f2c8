package org.tongcheng.plumbing.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Counts verdicts in memory until they are drained: one array access a record. The owner drains it before every
 * checkpoint barrier, so that nothing in it can be lost or counted twice.
 */
public final class LedgerTally {

    private static final int RECEIVED = Verdict.values().length;
    private static final int FLAGGED = RECEIVED + 1;
    private static final int COUNTERS = FLAGGED + 1;

    private final Feed feed;
    private final Map<Long, long[]> minutes = new HashMap<>();
    private long currentMinute = Long.MIN_VALUE;
    private long @Nullable [] current;

    public LedgerTally(Feed feed) {
        this.feed = feed;
    }

    public void received(long arrivedAt) {
        counters(arrivedAt)[RECEIVED]++;
    }

    /** @param flagged whether an accepted record is kept with a remark */
    public void verdict(long arrivedAt, Verdict verdict, boolean flagged) {
        long[] counters = counters(arrivedAt);
        counters[verdict.ordinal()]++;
        if (flagged && (verdict == Verdict.ACCEPTED || verdict == Verdict.REVISED)) {
            counters[FLAGGED]++;
        }
    }

    /** Hands over what was counted since the last time and starts again from nothing. */
    public void drain(Consumer<LedgerCount> sink) {
        if (minutes.isEmpty()) {
            return;
        }
        minutes.forEach((minute, counters) -> sink.accept(countOf(minute, counters)));
        minutes.clear();
        currentMinute = Long.MIN_VALUE;
        current = null;
    }

    private LedgerCount countOf(long minute, long[] counters) {
        long revised = counters[Verdict.REVISED.ordinal()];
        return new LedgerCount(
                feed,
                minute,
                counters[RECEIVED],
                counters[Verdict.ACCEPTED.ordinal()] + revised,
                revised,
                counters[FLAGGED],
                counters[Verdict.DUPLICATE.ordinal()],
                counters[Verdict.LATE.ordinal()],
                counters[Verdict.REJECTED.ordinal()]);
    }

    private long[] counters(long arrivedAt) {
        long minute = arrivedAt == FeedRecord.UNKNOWN_TIME
                ? 0
                : Math.floorDiv(arrivedAt, BusinessTime.MINUTE) * BusinessTime.MINUTE;
        long[] counters = current;
        if (counters == null || minute != currentMinute) {
            counters = minutes.computeIfAbsent(minute, key -> new long[COUNTERS]);
            current = counters;
            currentMinute = minute;
        }
        return counters;
    }
}
