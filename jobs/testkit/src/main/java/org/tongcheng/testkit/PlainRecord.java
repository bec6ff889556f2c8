package org.tongcheng.testkit;

import org.tongcheng.domain.feed.FeedRecord;

/** The plainest record that a feed can have: its payload is its event time. */
public record PlainRecord(long eventTime, long arrivedAt, boolean flagged) implements FeedRecord {}
