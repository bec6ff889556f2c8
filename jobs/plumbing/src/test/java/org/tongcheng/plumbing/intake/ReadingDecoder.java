package org.tongcheng.plumbing.intake;

import java.nio.charset.StandardCharsets;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.ShownPayload;

/** Stands for the decoder of any feed; the readings of these tests are decoded before they come. */
record ReadingDecoder(Feed feed) implements FeedDecoder<Reading> {

    @Override
    public Decoded<Reading> decode(byte[] payload, long recordTimestamp) {
        throw new UnsupportedOperationException("readings come decoded");
    }

    @Override
    public ShownPayload show(byte[] payload, Decoded<Reading> decoded) {
        return new ShownPayload("shown: " + new String(payload, StandardCharsets.UTF_8), "utf8");
    }
}
