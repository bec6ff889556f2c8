package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.DeadLetter;

/** Dead letters, as JSON on one line. */
public final class DeadLetterCodec {

    private DeadLetterCodec() {}

    /**
     * Field and detail are left out where there is none, partition and offset where they are negative (a point that
     * the store refused has no place), the record's timestamp where it is unknown.
     *
     * @param zone of the offset in which the timestamp is written
     */
    public static byte[] encode(DeadLetter letter, ZoneId zone) {
        return JsonWriter.object(json -> {
            json.writeStringField("feed", letter.feed());
            json.writeStringField("reason", letter.reason().wireName());
            writeOptional(json, "field", letter.field());
            writeOptional(json, "detail", letter.detail());
            json.writeStringField("payload", letter.payload());
            json.writeStringField("payload_encoding", letter.payloadEncoding());
            json.writeStringField("topic", letter.topic());
            if (letter.partition() >= 0) {
                json.writeNumberField("partition", letter.partition());
            }
            if (letter.offset() >= 0) {
                json.writeNumberField("offset", letter.offset());
            }
            JsonWriter.writeOptionalTime(json, "record_timestamp", letter.recordTimestamp(), zone);
        });
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
