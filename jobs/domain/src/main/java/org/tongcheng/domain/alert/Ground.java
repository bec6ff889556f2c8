package org.tongcheng.domain.alert;

/** What an issued alert stands on. */
public enum Ground {
    /** An episode of its own. */
    OWN,
    /** An episode for which another alert stands. */
    SHARED,
    /** None: it was retracted. */
    NONE,
    /** An episode that ended before the values that are kept; no correction reaches it. */
    SETTLED
}
