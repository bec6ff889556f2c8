package org.tongcheng.archive.format;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.tongcheng.domain.feed.Verdict;

/** The columns of a file. New ones may be added at the end; readers ask by name. */
final class ArchiveSchema {

    static final String TOPIC = "topic";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";
    static final String KAFKA_TIMESTAMP = "kafka_timestamp";
    static final String KEY = "key";
    static final String VALUE = "value";
    static final String EVENT_TIME = "event_time";
    static final String VERDICT = "verdict";
    static final String REASON = "reason";

    /** In the order in which {@link ArchiveWriteSupport} writes them. */
    static final MessageType ALL = Types.buildMessage()
            .addField(Types.required(PrimitiveTypeName.BINARY).as(stringType()).named(TOPIC))
            .addField(Types.required(PrimitiveTypeName.INT32).named(PARTITION))
            .addField(Types.required(PrimitiveTypeName.INT64).named(OFFSET))
            .addField(time(KAFKA_TIMESTAMP))
            .addField(Types.optional(PrimitiveTypeName.BINARY).named(KEY))
            .addField(Types.optional(PrimitiveTypeName.BINARY).named(VALUE))
            .addField(time(EVENT_TIME))
            .addField(Types.required(PrimitiveTypeName.BINARY).as(stringType()).named(VERDICT))
            .addField(Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(REASON))
            .named("archived_record");

    /** What a replay needs: the key is in the value as well. */
    static final MessageType REPLAYED =
            only(TOPIC, PARTITION, OFFSET, KAFKA_TIMESTAMP, VALUE, EVENT_TIME, VERDICT, REASON);

    private static final Map<Verdict, Binary> VERDICTS = Stream.of(Verdict.values())
            .collect(Collectors.toMap(verdict -> verdict, verdict -> Binary.fromString(nameOf(verdict))));

    private ArchiveSchema() {}

    static Binary encode(Verdict verdict) {
        return Objects.requireNonNull(VERDICTS.get(verdict));
    }

    /** @throws IllegalArgumentException when there is no such verdict */
    static Verdict decode(Binary verdict) {
        return Verdict.valueOf(verdict.toStringUsingUTF8().toUpperCase(Locale.ROOT));
    }

    private static String nameOf(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static Type time(String name) {
        return Types.optional(PrimitiveTypeName.INT64)
                .as(timestampType(true, TimeUnit.MILLIS))
                .named(name);
    }

    private static MessageType only(String... names) {
        return new MessageType(ALL.getName(), Stream.of(names).map(ALL::getType).toArray(Type[]::new));
    }
}
