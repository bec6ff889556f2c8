package org.tongcheng.plumbing.intake;

import java.io.Serializable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

/**
 * Which records of a feed a replay takes: all that arrived in its range, because they are counted there, and before and after
 * them those in time whose event lies in it, or in what warms up the state that reaches back. What has no time at all is taken
 * too: it might belong. Epoch milliseconds.
 *
 * @param from the first moment that is replayed
 * @param to the first moment that is not replayed any more
 * @param warmUpFrom the first moment of event time that is read, {@code from} at the latest
 * @param labelledByEnd whether an event time is the end of what it tells of, as an hour's of air is: that hour belongs to the
 *     range in which it lies
 */
public record ReplayRange(long from, long to, long warmUpFrom, boolean labelledByEnd) implements Serializable {

    public ReplayRange {
        if (from >= to) {
            throw new IllegalArgumentException("a range must end after it begins");
        }
        if (warmUpFrom > from) {
            throw new IllegalArgumentException("a warm-up must begin before the range");
        }
    }

    /** Event times are when things happened. */
    public ReplayRange(long from, long to, long warmUpFrom) {
        this(from, to, warmUpFrom, false);
    }

    /** Of a feed, whose records are labelled as that feed's are. */
    public static ReplayRange of(Feed feed, long from, long to, long warmUpFrom) {
        return new ReplayRange(from, to, warmUpFrom, feed == Feed.AIR_OBSERVATIONS);
    }

    /**
     * @param verdict that the record met or meets at the gate; of one in time whichever
     * @param arrivedAt {@link FeedRecord#UNKNOWN_TIME} where unknown
     * @param eventTime {@link FeedRecord#UNKNOWN_TIME} where it has none
     */
    public boolean takes(Verdict verdict, long arrivedAt, long eventTime) {
        if (arrivedAt >= from && arrivedAt < to) {
            return true;
        }
        if (arrivedAt == FeedRecord.UNKNOWN_TIME && eventTime == FeedRecord.UNKNOWN_TIME) {
            return true;
        }
        boolean inTime = verdict != Verdict.REJECTED && verdict != Verdict.LATE;
        long first = inTime ? firstEventTime() : from + shift();
        boolean counts = inTime || arrivedAt == FeedRecord.UNKNOWN_TIME;
        return counts && eventTime >= first && eventTime < endOfEventTimes();
    }

    /** The first event time that is read. */
    public long firstEventTime() {
        return warmUpFrom + shift();
    }

    /** The first event time that is not read any more. */
    public long endOfEventTimes() {
        return to + shift();
    }

    private long shift() {
        return labelledByEnd ? 1 : 0;
    }
}
