package org.tongcheng.testkit;

import java.nio.charset.StandardCharsets;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.ShownPayload;

/** Reads {@link PlainRecord}s for any feed: digits are accepted, everything else is rejected. */
public record PlainDecoder(Feed feed) implements FeedDecoder<PlainRecord> {

    @Override
    public Decoded<PlainRecord> decode(byte[] payload, long recordTimestamp) {
        if (payload.length > Feed.MAX_PAYLOAD_BYTES) {
            return Decoded.rejected(new Rejection(RejectionReason.TOO_LARGE, null, null), recordTimestamp);
        }
        String text = new String(payload, StandardCharsets.ISO_8859_1);
        if (!text.matches("[0-9]{1,18}")) {
            return Decoded.rejected(new Rejection(RejectionReason.MALFORMED_JSON, null, null), recordTimestamp);
        }
        long eventTime = Long.parseLong(text);
        return Decoded.of(new PlainRecord(eventTime, recordTimestamp, false), recordTimestamp);
    }

    @Override
    public ShownPayload show(byte[] payload, Decoded<PlainRecord> decoded) {
        return new ShownPayload(new String(payload, StandardCharsets.ISO_8859_1), "utf8");
    }
}
