package org.tongcheng.plumbing.intake;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.wire.AlertActionDecoder;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.ShownPayload;

/** What a record of the feed {@code alert.actions} is: an action, or a dead letter where it could not be read. */
public record ActionOrLetter(
        @Nullable ArrivedAction action, @Nullable DeadLetter letter) {

    /**
     * Decodes a record.
     *
     * @param recordTimestamp epoch milliseconds, {@link org.tongcheng.domain.feed.FeedRecord#UNKNOWN_TIME} where unknown
     */
    public static ActionOrLetter of(
            AlertActionDecoder decoder,
            byte[] payload,
            long recordTimestamp,
            String topic,
            int partition,
            long offset) {
        Decoded<AlertAction> decoded = decoder.decode(payload, recordTimestamp);
        ShownPayload shown = decoder.show(payload);
        AlertAction action = decoded.value();
        if (action != null) {
            return new ActionOrLetter(
                    new ArrivedAction(
                            action, shown.text(), shown.encoding(), topic, partition, offset, recordTimestamp),
                    null);
        }
        Rejection rejection = decoded.rejection();
        if (rejection == null) {
            throw new IllegalStateException("a decoded record has neither a value nor a rejection");
        }
        return new ActionOrLetter(
                null, ArrivedAction.letter(rejection, shown, topic, partition, offset, decoded.recordedAt()));
    }
}
