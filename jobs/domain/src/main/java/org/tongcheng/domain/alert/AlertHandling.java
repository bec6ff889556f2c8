package org.tongcheng.domain.alert;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What staff did about an alert. All times are epoch milliseconds.
 *
 * @param onset of the alert
 * @param assignee who is to see to it; null when nobody was named
 * @param rectifiedAt when it was last marked rectified; null when never
 * @param comments how many remarks were made
 * @param last the last action; null before the first
 */
public record AlertHandling(
        long onset,
        HandlingStatus status,
        @Nullable String assignee,
        @Nullable Long rectifiedAt,
        int comments,
        @Nullable AlertAction last)
        implements Serializable {

    /** Of an alert that was just raised. */
    public static AlertHandling fresh(long onset) {
        return new AlertHandling(onset, HandlingStatus.OPEN, null, null, 0, null);
    }

    /**
     * Applies an action.
     *
     * @param handling null when there is no such alert
     * @param state of the alert
     */
    public static ActionOutcome apply(@Nullable AlertHandling handling, AlertState state, AlertAction action) {
        if (handling == null) {
            return ActionOutcome.rejected(ActionRejection.UNKNOWN_ALERT);
        }
        ActionRejection rejection = handling.rejection(state, action);
        return rejection == null ? new ActionOutcome(handling.after(action), null) : ActionOutcome.rejected(rejection);
    }

    /** The alert fired again: what was rectified is open once more. */
    public AlertHandling firedAgain() {
        return status == HandlingStatus.RECTIFIED
                ? new AlertHandling(onset, HandlingStatus.OPEN, assignee, rectifiedAt, comments, last)
                : this;
    }

    /** Whether nobody has acknowledged it in time. */
    public boolean overdue(long now, long allowedMillis) {
        return status == HandlingStatus.OPEN && now - onset > allowedMillis;
    }

    private @Nullable ActionRejection rejection(AlertState state, AlertAction action) {
        if (action.at() < onset) {
            return ActionRejection.BEFORE_ONSET;
        }
        if (action.equals(last)) {
            return ActionRejection.DUPLICATE;
        }
        if (last != null && action.at() < last.at()) {
            return ActionRejection.OUT_OF_ORDER;
        }
        return switch (action.action()) {
            case COMMENT -> action.text().isBlank() ? ActionRejection.MISSING_TEXT : null;
            case ASSIGN -> action.text().isBlank() ? ActionRejection.MISSING_TEXT : ofEnded(state);
            case ACK -> status == HandlingStatus.OPEN ? ofEnded(state) : alreadyThere();
            case RECTIFIED -> status == HandlingStatus.RECTIFIED ? alreadyThere() : ofEnded(state);
        };
    }

    private static @Nullable ActionRejection ofEnded(AlertState state) {
        return state == AlertState.RETRACTED ? ActionRejection.ALERT_RETRACTED : null;
    }

    private ActionRejection alreadyThere() {
        return status == HandlingStatus.RECTIFIED
                ? ActionRejection.ALREADY_RECTIFIED
                : ActionRejection.ALREADY_ACKNOWLEDGED;
    }

    private AlertHandling after(AlertAction action) {
        return switch (action.action()) {
            case ACK -> new AlertHandling(onset, HandlingStatus.ACKNOWLEDGED, assignee, rectifiedAt, comments, action);
            case ASSIGN -> new AlertHandling(onset, status, action.text(), rectifiedAt, comments, action);
            case COMMENT -> new AlertHandling(onset, status, assignee, rectifiedAt, comments + 1, action);
            case RECTIFIED ->
                new AlertHandling(onset, HandlingStatus.RECTIFIED, assignee, action.at(), comments, action);
        };
    }
}
