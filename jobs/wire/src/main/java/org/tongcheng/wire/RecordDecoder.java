package org.tongcheng.wire;

import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.SiteDirectory;

/** The way that the records of all feeds share: JSON, fields, site, clock. */
abstract class RecordDecoder<T extends FeedRecord> implements FeedDecoder<T> {

    private final String eventTimeField;
    private final SiteDirectory sites;

    RecordDecoder(String eventTimeField, SiteDirectory sites) {
        this.eventTimeField = eventTimeField;
        this.sites = sites;
    }

    final SiteDirectory sites() {
        return sites;
    }

    /**
     * Reads and judges the fields in the order of the contract, the site last.
     *
     * @param arrivedAt epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
     */
    abstract T read(Members members, long arrivedAt) throws RejectedException;

    @Override
    public Decoded<T> decode(byte[] payload, long recordTimestamp) {
        long arrivedAt = recordTimestamp;
        long seenAt = recordTimestamp;
        try {
            Members members = JsonText.read(payload);
            if (arrivedAt == FeedRecord.UNKNOWN_TIME) {
                arrivedAt = members.readableMoment("received_timestamp");
            }
            seenAt = arrivedAt == FeedRecord.UNKNOWN_TIME ? members.readableMoment(eventTimeField) : arrivedAt;
            T value = read(members, arrivedAt);
            if (isFuture(value.eventTime(), arrivedAt)) {
                throw members.reject(
                        RejectionReason.FUTURE_TIMESTAMP,
                        eventTimeField,
                        (value.eventTime() - arrivedAt) / 1000 + " s after its arrival");
            }
            return Decoded.of(value, seenAt);
        } catch (RejectedException e) {
            return Decoded.rejected(e.rejection(), seenAt, arrivedAt);
        }
    }

    @Override
    public ShownPayload show(byte[] payload, Decoded<T> decoded) {
        int length = payload.length > Feed.MAX_PAYLOAD_BYTES ? ShownPayload.CUT : payload.length;
        return ShownPayload.of(payload, length);
    }

    /** Whether the clock that dated the record must be wrong. */
    static boolean isFuture(long eventTime, long arrivedAt) {
        return arrivedAt != FeedRecord.UNKNOWN_TIME && eventTime - Feed.FUTURE_LIMIT.toMillis() > arrivedAt;
    }
}
