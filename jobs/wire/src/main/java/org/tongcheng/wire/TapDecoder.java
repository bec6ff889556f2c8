package org.tongcheng.wire;

import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;

/** Reads {@code tap/1}: one card tap. */
public final class TapDecoder extends RecordDecoder<Tap> {

    public TapDecoder(SiteDirectory sites) {
        super("event_timestamp", sites);
    }

    @Override
    public Feed feed() {
        return Feed.TRANSIT_TAPS;
    }

    @Override
    Tap read(Members members, long arrivedAt) throws RejectedException {
        return new TapFields(members).read(sites(), arrivedAt);
    }

    @Override
    public ShownPayload show(byte[] payload, Decoded<Tap> decoded) {
        return TapPayload.show(payload, decoded);
    }
}
