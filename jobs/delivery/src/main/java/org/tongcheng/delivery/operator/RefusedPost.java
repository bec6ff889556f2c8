package org.tongcheng.delivery.operator;

import java.util.List;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.delivery.alertmanager.AlertPostJson;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.RejectionReason;

/** The dead letter of a post that Alertmanager will never take. */
final class RefusedPost {

    private static final String TOPIC = "alerts";
    private static final int NO_PLACE = -1;

    private RefusedPost() {}

    static DeadLetter letter(AlertPost post, String reason) {
        return new DeadLetter(
                TOPIC,
                RejectionReason.STORE_REFUSED,
                null,
                reason,
                AlertPostJson.of(List.of(post)),
                "utf8",
                TOPIC,
                NO_PLACE,
                NO_PLACE,
                FeedRecord.UNKNOWN_TIME);
    }
}
