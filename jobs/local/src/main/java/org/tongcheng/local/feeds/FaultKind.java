package org.tongcheng.local.feeds;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Verdict;

/** What is wrong with a generated record, and what must become of it. */
public enum FaultKind {
    /** Nothing: an ordinary record. */
    NONE(Verdict.ACCEPTED),

    /** The same bytes once more, seconds to hours later. */
    EXACT_DUPLICATE(Verdict.DUPLICATE),
    /** The same observation polled again: only the time of its reception differs. */
    REPEATED_POLL(Verdict.DUPLICATE),
    /** A bus that had no connection: a whole hour of it comes one to six hours late. */
    UPLOADED_HOURS_LATE(Verdict.ACCEPTED),
    /** Older than its feed's lateness by days. */
    TOO_LATE(Verdict.LATE),
    /** Other values for an hour or slot that was reported before. */
    CORRECTION(Verdict.REVISED),
    /** Values flagged M, D or B, or missing ones. */
    FLAGGED_VALUES(Verdict.ACCEPTED),
    /** A water section in maintenance or out of order. */
    STATION_STATUS(Verdict.ACCEPTED),
    /** A tap at a stop that nobody registered; the ledger counts it as flagged. */
    UNREGISTERED_STOP(Verdict.ACCEPTED),

    TRUNCATED_JSON(RejectionReason.MALFORMED_JSON),
    RANDOM_BYTES(RejectionReason.MALFORMED_JSON),
    ARRAY(RejectionReason.NOT_AN_OBJECT),
    MISSING_FIELD(RejectionReason.MISSING_FIELD),
    WRONG_TYPE(RejectionReason.WRONG_TYPE),
    BAD_DATE(RejectionReason.BAD_FORMAT),
    NEGATIVE_VALUE(RejectionReason.OUT_OF_RANGE),
    UNKNOWN_VALUE(RejectionReason.UNKNOWN_VALUE),
    OLD_SCHEMA(RejectionReason.UNSUPPORTED_SCHEMA_VERSION),
    OVERSIZED(RejectionReason.TOO_LARGE),
    UNKNOWN_SITE(RejectionReason.UNKNOWN_SITE),
    /** A made-up card number where the token belongs. */
    RAW_CARD_NUMBER(RejectionReason.RAW_CARD_NUMBER),
    /** A clock that runs a day ahead. */
    WRONG_CLOCK(RejectionReason.FUTURE_TIMESTAMP);

    private final Verdict verdict;
    private final @Nullable RejectionReason reason;

    FaultKind(Verdict verdict) {
        this.verdict = verdict;
        this.reason = null;
    }

    FaultKind(RejectionReason reason) {
        this.verdict = Verdict.REJECTED;
        this.reason = reason;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Null unless the record must be rejected. */
    public @Nullable RejectionReason reason() {
        return reason;
    }
}
