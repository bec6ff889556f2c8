package org.tongcheng.archive.format;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;

/** Hands a record to Parquet, column by column, in the order of {@link ArchiveSchema#ALL}. */
final class ArchiveWriteSupport extends WriteSupport<ArchivedRecord> {

    @SuppressWarnings("NullAway.Init") // by prepareForWrite
    private RecordConsumer consumer;

    private int field;

    @Override
    @SuppressWarnings("deprecation") // abstract still, and called by nobody here
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ArchiveSchema.ALL, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ArchiveSchema.ALL, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(ArchivedRecord record) {
        consumer.startMessage();
        field = 0;
        text(record.topic());
        number(record.partition());
        number(record.offset());
        time(record.kafkaTimestamp());
        bytes(record.key());
        bytes(record.value());
        time(record.eventTime());
        binary(ArchiveSchema.encode(record.verdict()));
        text(record.reason());
        consumer.endMessage();
    }

    private void number(int value) {
        start();
        consumer.addInteger(value);
        end();
    }

    private void number(long value) {
        start();
        consumer.addLong(value);
        end();
    }

    private void time(long millis) {
        if (millis == FeedRecord.UNKNOWN_TIME) {
            field++;
        } else {
            number(millis);
        }
    }

    private void text(@Nullable String value) {
        binary(value == null ? null : Binary.fromString(value));
    }

    private void bytes(byte @Nullable [] value) {
        binary(value == null ? null : Binary.fromConstantByteArray(value));
    }

    private void binary(@Nullable Binary value) {
        if (value == null) {
            field++;
            return;
        }
        start();
        consumer.addBinary(value);
        end();
    }

    private void start() {
        consumer.startField(ArchiveSchema.ALL.getFieldName(field), field);
    }

    private void end() {
        consumer.endField(ArchiveSchema.ALL.getFieldName(field), field);
        field++;
    }
}
