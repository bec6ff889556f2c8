package org.tongcheng.local.replay;

/** Where a replay's records come from. */
public enum ReplaySource {
    KAFKA,
    ARCHIVE,
    /** The archive, then Kafka where the archive ends. */
    BOTH,
    /** Recorded files, as {@code run} reads them. */
    FILES;

    boolean readsArchive() {
        return this == ARCHIVE || this == BOTH;
    }

    boolean readsKafka() {
        return this == KAFKA || this == BOTH;
    }
}
