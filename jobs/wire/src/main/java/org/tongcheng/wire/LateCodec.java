package org.tongcheng.wire;

import java.time.ZoneId;
import org.tongcheng.domain.feed.LateRecord;

/** Records that came too late, as JSON on one line. */
public final class LateCodec {

    private LateCodec() {}

    /**
     * The record's timestamp is left out where it is unknown.
     *
     * @param zone of the offset in which times are written
     */
    public static byte[] encode(LateRecord late, ZoneId zone) {
        return JsonWriter.object(json -> {
            json.writeStringField("feed", late.feed());
            json.writeStringField("event_time", JsonWriter.time(late.eventTime(), zone));
            json.writeStringField("oldest_accepted", JsonWriter.time(late.oldestAccepted(), zone));
            json.writeStringField("payload", late.payload());
            json.writeStringField("payload_encoding", late.payloadEncoding());
            json.writeStringField("topic", late.topic());
            json.writeNumberField("partition", late.partition());
            json.writeNumberField("offset", late.offset());
            JsonWriter.writeOptionalTime(json, "record_timestamp", late.recordTimestamp(), zone);
        });
    }
}
