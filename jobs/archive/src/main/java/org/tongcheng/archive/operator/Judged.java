package org.tongcheng.archive.operator;

import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.FeedRecord;

/**
 * A record in time that may still be a duplicate or a correction.
 *
 * @param value what it says
 */
public record Judged<T extends FeedRecord>(T value, ArchivedRecord record) {}
