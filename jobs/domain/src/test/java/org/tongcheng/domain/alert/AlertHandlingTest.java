package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.ActionKind.ACK;
import static org.tongcheng.domain.alert.ActionKind.ASSIGN;
import static org.tongcheng.domain.alert.ActionKind.COMMENT;
import static org.tongcheng.domain.alert.ActionKind.RECTIFIED;
import static org.tongcheng.domain.alert.RuleDraft.hour;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.time.BusinessTime;

class AlertHandlingTest {

    private AlertHandling handling = AlertHandling.fresh(hour(0));

    @Test
    void goesFromOpenToAcknowledgedToRectified() {
        act(ACK, 1, "");
        assertThat(handling.status()).isEqualTo(HandlingStatus.ACKNOWLEDGED);
        act(ASSIGN, 2, "李工");
        act(COMMENT, 3, "valve open");
        act(COMMENT, 3, "valve shut");
        act(RECTIFIED, 4, "");
        assertThat(handling)
                .isEqualTo(new AlertHandling(
                        hour(0), HandlingStatus.RECTIFIED, "李工", hour(4), 2, action(RECTIFIED, 4, "")));
    }

    @Test
    void mayBeRectifiedWithoutHavingBeenAcknowledged() {
        act(RECTIFIED, 0, "");
        assertThat(handling.rectifiedAt()).isEqualTo(hour(0));
    }

    @Test
    void isOpenAgainWhenARectifiedAlertFiresAgain() {
        act(ASSIGN, 1, "李工");
        assertThat(handling.firedAgain()).isSameAs(handling);
        act(RECTIFIED, 1, "");
        handling = handling.firedAgain();
        assertThat(handling.status()).isEqualTo(HandlingStatus.OPEN);
        assertThat(handling.rectifiedAt()).isEqualTo(hour(1));
        assertThat(handling.assignee()).isEqualTo("李工");
        act(ACK, 2, "");
        act(RECTIFIED, 3, "");
        assertThat(handling.rectifiedAt()).isEqualTo(hour(3));
    }

    @Test
    void rejectsWhatIsOutOfOrder() {
        refuse(action(ACK, -1, ""), ActionRejection.BEFORE_ONSET);
        act(ACK, 2, "");
        refuse(action(COMMENT, 1, "late"), ActionRejection.OUT_OF_ORDER);
        refuse(action(ACK, 2, ""), ActionRejection.DUPLICATE);
        refuse(action(ACK, 3, ""), ActionRejection.ALREADY_ACKNOWLEDGED);
        act(RECTIFIED, 4, "");
        refuse(action(ACK, 5, ""), ActionRejection.ALREADY_RECTIFIED);
        refuse(action(RECTIFIED, 5, ""), ActionRejection.ALREADY_RECTIFIED);
    }

    @Test
    void rejectsWhatSaysNothing() {
        refuse(action(COMMENT, 1, " "), ActionRejection.MISSING_TEXT);
        refuse(action(ASSIGN, 1, ""), ActionRejection.MISSING_TEXT);
    }

    @Test
    void rejectsAnActionOnAnUnknownAlert() {
        assertThat(AlertHandling.apply(null, AlertState.FIRING, action(ACK, 1, "")))
                .isEqualTo(new ActionOutcome(null, ActionRejection.UNKNOWN_ALERT));
        assertThat(ActionRejection.UNKNOWN_ALERT.wireName()).isEqualTo("unknown_alert");
    }

    @Test
    void aRetractedAlertCanOnlyBeRemarkedOn() {
        for (ActionKind kind : List.of(ACK, ASSIGN, RECTIFIED)) {
            assertThat(AlertHandling.apply(handling, AlertState.RETRACTED, action(kind, 1, "x")))
                    .isEqualTo(new ActionOutcome(null, ActionRejection.ALERT_RETRACTED));
        }
        assertThat(AlertHandling.apply(handling, AlertState.RETRACTED, action(COMMENT, 1, "x"))
                        .handling()
                        .comments())
                .isEqualTo(1);
    }

    @Test
    void countsWhereAlertsStandAndWhichAreOverdue() {
        AlertHandling open = AlertHandling.fresh(hour(0));
        AlertHandling later = AlertHandling.fresh(hour(1));
        AlertHandling acknowledged =
                AlertHandling.apply(open, AlertState.FIRING, action(ACK, 1, "")).handling();
        AlertHandling rectified = AlertHandling.apply(open, AlertState.FIRING, action(RECTIFIED, 1, ""))
                .handling();
        List<AlertHandling> alerts = List.of(open, later, later, acknowledged, acknowledged, rectified);

        assertThat(HandlingCounts.of(alerts, hour(3), 2 * BusinessTime.HOUR)).isEqualTo(new HandlingCounts(3, 2, 1, 1));
        assertThat(HandlingCounts.of(alerts, hour(3) + 1, 2 * BusinessTime.HOUR).overdue())
                .isEqualTo(3);
    }

    @Test
    void wireNamesAreLowerCase() {
        assertThat(ActionKind.RECTIFIED.wireName()).isEqualTo("rectified");
        assertThat(HandlingStatus.ACKNOWLEDGED.wireName()).isEqualTo("acknowledged");
    }

    private void act(ActionKind kind, int hour, String text) {
        ActionOutcome outcome = AlertHandling.apply(handling, AlertState.FIRING, action(kind, hour, text));
        assertThat(outcome.rejection()).isNull();
        handling = outcome.handling();
    }

    private void refuse(AlertAction action, ActionRejection rejection) {
        assertThat(AlertHandling.apply(handling, AlertState.FIRING, action))
                .isEqualTo(new ActionOutcome(null, rejection));
    }

    private static AlertAction action(ActionKind kind, int hour, String text) {
        return new AlertAction("0123456789abcdef0123456789abcdef", kind, "wang", hour(hour), text);
    }
}
