package org.tongcheng.wire;

import java.io.Serializable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

/** Decodes and validates the records of one feed. Any bytes at all give a value or a rejection, never an exception. */
public interface FeedDecoder<T extends FeedRecord> extends Serializable {

    Feed feed();

    /**
     * @param recordTimestamp epoch milliseconds of the record's arrival (its Kafka timestamp), or
     *     {@link FeedRecord#UNKNOWN_TIME} in files
     */
    Decoded<T> decode(byte[] payload, long recordTimestamp);

    /**
     * The payload with everything taken out that must not be written anywhere: what a dead letter or a late record
     * may show. Returns UTF-8 text, or base64 where the bytes are no UTF-8.
     */
    ShownPayload show(byte[] payload, Decoded<T> decoded);
}
