package org.tongcheng.domain.feed;

/** What becomes of a record, in the order in which it meets the questions. */
public enum Verdict {
    REJECTED,
    LATE,
    DUPLICATE,
    ACCEPTED,
    /** Accepted, replacing what was accepted before for the same site and time. */
    REVISED
}
