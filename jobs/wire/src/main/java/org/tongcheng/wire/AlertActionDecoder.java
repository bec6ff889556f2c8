package org.tongcheng.wire;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.ActionRejection;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;

/**
 * Reads {@code alert_action/1}: what one person did about one alert. Any bytes at all give a value or a rejection, never
 * an exception. People write what they like, so whatever may be a card number is masked in actor and text.
 */
public final class AlertActionDecoder implements Serializable {

    /** The feed's topic, and its file name without the ending. */
    public static final String TOPIC = "alert.actions";

    private static final long serialVersionUID = 1;

    private static final Choice<ActionKind> ACTIONS = Choice.ofAll(ActionKind.class);

    private static final int LONGEST_TEXT = 2000;

    /** Digits alone may be a card number. */
    private static final Pattern SHOWN_ID = Pattern.compile("\"alert_id\"\\s*:\\s*\"(?=[0-9]*[a-f])([0-9a-f]{32})\"");

    /**
     * @param recordTimestamp epoch milliseconds of the record's arrival (its Kafka timestamp), or
     *     {@link FeedRecord#UNKNOWN_TIME} in files
     */
    public Decoded<AlertAction> decode(byte[] payload, long recordTimestamp) {
        long arrivedAt = recordTimestamp;
        long seenAt = recordTimestamp;
        try {
            Members members = JsonText.read(payload);
            if (arrivedAt == FeedRecord.UNKNOWN_TIME) {
                arrivedAt = members.readableMoment("received_timestamp");
            }
            seenAt = arrivedAt == FeedRecord.UNKNOWN_TIME ? members.readableMoment("at") : arrivedAt;
            AlertAction action = read(members);
            if (RecordDecoder.isFuture(action.at(), arrivedAt)) {
                throw members.reject(
                        RejectionReason.FUTURE_TIMESTAMP,
                        "at",
                        (action.at() - arrivedAt) / 1000 + " s after its arrival");
            }
            return Decoded.of(action, seenAt);
        } catch (RejectedException e) {
            return Decoded.rejected(e.rejection(), seenAt, arrivedAt);
        }
    }

    /**
     * What a dead letter may show of a payload: everything but what may be a card number. An alert's id is shown even
     * though it may hold as many digits.
     */
    public ShownPayload show(byte[] payload) {
        ShownPayload masked = MaskedPayload.of(payload);
        if (masked.equals(ShownPayload.REDACTED) || !masked.encoding().equals("utf8")) {
            return masked;
        }
        String original = new String(payload, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(masked.text());
        Matcher ids = SHOWN_ID.matcher(original).region(0, text.length());
        while (ids.find()) {
            text.replace(ids.start(1), ids.end(1), ids.group(1));
        }
        return ShownPayload.utf8(text.toString());
    }

    /**
     * What a dead letter says of an action that could be read and not applied.
     *
     * @return null for a duplicate, which is counted and nothing more
     */
    public static @Nullable Rejection rejection(ActionRejection why) {
        return switch (why) {
            case DUPLICATE -> null;
            case UNKNOWN_ALERT -> unknown("alert_id", "there is no such alert");
            case BEFORE_ONSET -> tooEarly("before the onset of the alert");
            case OUT_OF_ORDER -> tooEarly("before the last action on the same alert");
            case ALREADY_ACKNOWLEDGED -> unknown("action", "the alert is acknowledged already");
            case ALREADY_RECTIFIED -> unknown("action", "the alert is marked rectified already");
            case ALERT_RETRACTED -> unknown("action", "the alert was retracted");
            case MISSING_TEXT -> new Rejection(RejectionReason.BAD_FORMAT, "text", "says nothing");
        };
    }

    private static AlertAction read(Members members) throws RejectedException {
        members.version("alert_action/1");
        String alertId = AlertMembers.identifier(members, "alert_id", AlertMembers.ALERT_ID);
        ActionKind action = ACTIONS.read(members, "action");
        String actor = CardNumbers.mask(members.text("actor", 1, Members.ID));
        long at = members.moment("at");
        String text = text(members, action);
        members.optionalMoment("received_timestamp");
        return new AlertAction(alertId, action, actor, at, CardNumbers.mask(text));
    }

    private static String text(Members members, ActionKind action) throws RejectedException {
        String text = members.optionalText("text", 0, LONGEST_TEXT);
        if (action == ActionKind.ACK || action == ActionKind.RECTIFIED) {
            return text == null ? "" : text;
        }
        String said = members.require("text", text);
        if (said.isBlank()) {
            throw members.reject(RejectionReason.BAD_FORMAT, "text", "says nothing");
        }
        return said;
    }

    private static Rejection unknown(String field, String detail) {
        return new Rejection(RejectionReason.UNKNOWN_VALUE, field, detail);
    }

    private static Rejection tooEarly(String detail) {
        return new Rejection(RejectionReason.OUT_OF_RANGE, "at", detail);
    }
}
