package org.tongcheng.alerts.handling;

import java.io.Serializable;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.wire.AlertActionDecoder;

/**
 * An action that could be read, with what a dead letter needs if it cannot be applied.
 *
 * @param payload as a dead letter may show it
 * @param payloadEncoding {@code utf8} or {@code base64}
 * @param recordTimestamp epoch milliseconds of its arrival, {@link FeedRecord#UNKNOWN_TIME} where unknown
 */
public record ReceivedAction(
        AlertAction action,
        String payload,
        String payloadEncoding,
        String topic,
        int partition,
        long offset,
        long recordTimestamp)
        implements Serializable {

    public String alertId() {
        return action.alertId();
    }

    DeadLetter refused(Rejection rejection) {
        return new DeadLetter(
                AlertActionDecoder.TOPIC,
                rejection.reason(),
                rejection.field(),
                rejection.detail(),
                payload,
                payloadEncoding,
                topic,
                partition,
                offset,
                recordTimestamp);
    }
}
