package org.tongcheng.archive.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

/** A row where the reader stands. What is not asked for is not read; what the reader leaves out must not be asked for. */
public final class ArchiveRow {

    private final List<ColumnCursor> all = new ArrayList<>();
    private final ColumnCursor topic;
    private final ColumnCursor partition;
    private final ColumnCursor offset;
    private final ColumnCursor kafkaTimestamp;
    private final ColumnCursor value;
    private final ColumnCursor eventTime;
    private final ColumnCursor verdict;
    private final @Nullable ColumnCursor key;
    private final ColumnCursor reason;
    private @Nullable Binary lastTopic;
    private String topicText = "";
    private @Nullable Binary lastVerdict;
    private Verdict lastVerdictRead = Verdict.ACCEPTED;

    ArchiveRow(ColumnReadStore columns, MessageType schema) {
        this.topic = required(columns, schema, ArchiveSchema.TOPIC);
        this.partition = required(columns, schema, ArchiveSchema.PARTITION);
        this.offset = required(columns, schema, ArchiveSchema.OFFSET);
        this.kafkaTimestamp = required(columns, schema, ArchiveSchema.KAFKA_TIMESTAMP);
        this.value = required(columns, schema, ArchiveSchema.VALUE);
        this.eventTime = required(columns, schema, ArchiveSchema.EVENT_TIME);
        this.verdict = required(columns, schema, ArchiveSchema.VERDICT);
        this.key = optional(columns, schema, ArchiveSchema.KEY);
        this.reason = required(columns, schema, ArchiveSchema.REASON);
    }

    @SuppressWarnings("ReferenceEquality") // a dictionary hands out the same object for the same text
    public String topic() {
        Binary read = Objects.requireNonNull(topic.binary());
        if (read != lastTopic) {
            lastTopic = read;
            topicText = read.toStringUsingUTF8();
        }
        return topicText;
    }

    public int partition() {
        return partition.smallNumber();
    }

    public long offset() {
        return offset.number(0);
    }

    /** Epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where it has none. */
    public long kafkaTimestamp() {
        return kafkaTimestamp.number(FeedRecord.UNKNOWN_TIME);
    }

    /** Epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where it has none. */
    public long eventTime() {
        return eventTime.number(FeedRecord.UNKNOWN_TIME);
    }

    public byte @Nullable [] value() {
        return bytes(value);
    }

    @SuppressWarnings("ReferenceEquality") // as above
    public Verdict verdict() {
        Binary read = Objects.requireNonNull(verdict.binary());
        if (read != lastVerdict) {
            lastVerdict = read;
            lastVerdictRead = ArchiveSchema.decode(read);
        }
        return lastVerdictRead;
    }

    /** Wire name, null where it was not rejected. */
    public @Nullable String reason() {
        Binary read = reason.binary();
        return read == null ? null : read.toStringUsingUTF8();
    }

    /** All of it; asks for everything. */
    public ArchivedRecord record() {
        return new ArchivedRecord(
                topic(),
                partition(),
                offset(),
                kafkaTimestamp(),
                bytes(Objects.requireNonNull(key)),
                value(),
                eventTime(),
                verdict(),
                reason());
    }

    void advance() {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).advance();
        }
    }

    private static byte @Nullable [] bytes(ColumnCursor column) {
        Binary read = column.binary();
        return read == null ? null : read.getBytesUnsafe();
    }

    private ColumnCursor required(ColumnReadStore columns, MessageType schema, String name) {
        return Objects.requireNonNull(optional(columns, schema, name), name);
    }

    private @Nullable ColumnCursor optional(ColumnReadStore columns, MessageType schema, String name) {
        ColumnCursor cursor = ColumnCursor.of(columns, schema, name);
        if (cursor != null) {
            all.add(cursor);
        }
        return cursor;
    }
}
