package org.tongcheng.plumbing.intake;

import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.wire.AlertActionDecoder;
import org.tongcheng.wire.ShownPayload;

/**
 * An action as it arrived, with what a dead letter says of it if it cannot be applied.
 *
 * @param payload as it may be shown: nothing that may be a card number is in it
 * @param payloadEncoding {@code utf8} or {@code base64}
 * @param topic topic, or the feed's name for a file
 * @param partition Kafka partition, 0 for a file
 * @param offset Kafka offset, or the line's number from 0
 * @param recordTimestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
 */
public record ArrivedAction(
        AlertAction action,
        String payload,
        String payloadEncoding,
        String topic,
        int partition,
        long offset,
        long recordTimestamp) {

    /** The dead letter of an action that could be read and not applied. */
    public DeadLetter refused(Rejection why) {
        return letter(why, new ShownPayload(payload, payloadEncoding), topic, partition, offset, recordTimestamp);
    }

    static DeadLetter letter(
            Rejection why, ShownPayload shown, String topic, int partition, long offset, long recordTimestamp) {
        return new DeadLetter(
                AlertActionDecoder.TOPIC,
                why.reason(),
                why.field(),
                why.detail(),
                shown.text(),
                shown.encoding(),
                topic,
                partition,
                offset,
                recordTimestamp);
    }
}
