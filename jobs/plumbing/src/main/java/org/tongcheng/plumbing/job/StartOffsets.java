package org.tongcheng.plumbing.job;

/** Where a job without a checkpoint begins to read. */
public enum StartOffsets {
    /** At the consumer group's offsets; where it has none, at the earliest. */
    COMMITTED,
    EARLIEST,
    LATEST
}
