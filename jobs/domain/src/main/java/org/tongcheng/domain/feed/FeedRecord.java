package org.tongcheng.domain.feed;

/** What intake needs to know of a record, whatever its feed. */
public interface FeedRecord {

    /** Stands for an arrival time that nobody recorded. */
    long UNKNOWN_TIME = Long.MIN_VALUE;

    /** Epoch milliseconds of what the record tells of. */
    long eventTime();

    /** Epoch milliseconds of its arrival, {@link #UNKNOWN_TIME} where unknown. */
    long arrivedAt();

    /** Whether the record is kept with a remark: the ledger's {@code flagged}. */
    boolean flagged();
}
