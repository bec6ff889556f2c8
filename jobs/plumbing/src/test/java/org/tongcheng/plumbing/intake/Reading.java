package org.tongcheng.plumbing.intake;

import org.tongcheng.domain.feed.FeedRecord;

/** An observation of one number. */
public record Reading(String site, long eventTime, long arrivedAt, int number, boolean flagged) implements FeedRecord {

    boolean sameContent(Reading other) {
        return number == other.number;
    }
}
