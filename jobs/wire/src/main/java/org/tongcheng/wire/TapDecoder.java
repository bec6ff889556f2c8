package org.tongcheng.wire;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;

/**
 * Reads {@code tap/1}: one card tap. Nearly all records are read by {@link TapScanner}; what that one passes over is
 * read by way of Jackson and {@link TapJudge}, the only ones that know reasons. Not for several threads at once.
 */
public final class TapDecoder extends RecordDecoder<Tap> {

    private transient @Nullable TapScanner scanner;

    public TapDecoder(SiteDirectory sites) {
        super("event_timestamp", sites);
    }

    @Override
    public Feed feed() {
        return Feed.TRANSIT_TAPS;
    }

    @Override
    public Decoded<Tap> decode(byte[] payload, long recordTimestamp) {
        if (scanner == null) {
            scanner = new TapScanner(sites());
        }
        Tap tap = scanner.scan(payload, recordTimestamp);
        if (tap == null) {
            return judge(payload, recordTimestamp);
        }
        return Decoded.of(tap, tap.arrivedAt() == FeedRecord.UNKNOWN_TIME ? tap.eventTime() : tap.arrivedAt());
    }

    /** What the scanner must agree with. */
    Decoded<Tap> judge(byte[] payload, long recordTimestamp) {
        return super.decode(payload, recordTimestamp);
    }

    @Override
    Tap read(Members members, long arrivedAt) throws RejectedException {
        return new TapJudge(members).read(sites(), arrivedAt);
    }

    @Override
    public ShownPayload show(byte[] payload, Decoded<Tap> decoded) {
        return TapPayload.show(payload, decoded);
    }
}
