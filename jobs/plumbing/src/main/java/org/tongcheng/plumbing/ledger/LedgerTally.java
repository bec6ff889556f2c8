package org.tongcheng.plumbing.ledger;

import java.util.Arrays;
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
 * Counts verdicts in memory until they are drained: two array accesses a record, also where partitions that are not
 * equally far take turns. The owner drains it before every checkpoint barrier, so that nothing in it can be lost or
 * counted twice.
 */
public final class LedgerTally {

    private static final int RECEIVED = Verdict.values().length;
    private static final int FLAGGED = RECEIVED + 1;
    private static final int COUNTERS = FLAGGED + 1;
    private static final int RECENT = 64;

    private final Feed feed;
    private final Map<Long, Minute> minutes = new HashMap<>();

    /** The minute counted last of those that share a place. */
    private final @Nullable Minute[] recent = new Minute[RECENT];

    public LedgerTally(Feed feed) {
        this.feed = feed;
    }

    /** @param number minutes since 1970 */
    private record Minute(long number, long[] counters) {
        Minute(long number) {
            this(number, new long[COUNTERS]);
        }
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
        minutes.values().forEach(minute -> sink.accept(countOf(minute)));
        minutes.clear();
        Arrays.fill(recent, null);
    }

    private LedgerCount countOf(Minute minute) {
        long[] counters = minute.counters;
        long revised = counters[Verdict.REVISED.ordinal()];
        return new LedgerCount(
                feed,
                minute.number * BusinessTime.MINUTE,
                counters[RECEIVED],
                counters[Verdict.ACCEPTED.ordinal()] + revised,
                revised,
                counters[FLAGGED],
                counters[Verdict.DUPLICATE.ordinal()],
                counters[Verdict.LATE.ordinal()],
                counters[Verdict.REJECTED.ordinal()]);
    }

    private long[] counters(long arrivedAt) {
        long number = arrivedAt == FeedRecord.UNKNOWN_TIME ? 0 : Math.floorDiv(arrivedAt, BusinessTime.MINUTE);
        int place = (int) number & RECENT - 1;
        Minute minute = recent[place];
        if (minute == null || minute.number != number) {
            minute = minutes.computeIfAbsent(number, Minute::new);
            recent[place] = minute;
        }
        return minute.counters;
    }
}
