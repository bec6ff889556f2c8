package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.AlertState.FIRING;
import static org.tongcheng.domain.alert.AlertState.NO_DATA;
import static org.tongcheng.domain.alert.AlertState.RECOVERING;
import static org.tongcheng.domain.alert.AlertState.RESOLVED;
import static org.tongcheng.domain.alert.AlertState.RETRACTED;
import static org.tongcheng.domain.alert.Told.did;
import static org.tongcheng.domain.alert.Told.hour;
import static org.tongcheng.domain.alert.Told.told;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class HandledAlertTest {

    private static HandledAlert said(AlertState... states) {
        HandledAlert alert = HandledAlert.after(null, told(states[0], 2));
        for (int i = 1; i < states.length; i++) {
            alert = HandledAlert.after(alert, told(states[i], 2 + i));
        }
        return alert;
    }

    private static HandledAlert acted(HandledAlert before, ActionKind kind, double hour) {
        return Objects.requireNonNull(HandledAlert.act(before, did(kind, hour)).alert());
    }

    private static HandlingStatus status(HandledAlert alert) {
        return Objects.requireNonNull(alert.last().handling()).status();
    }

    @Test
    void numbersValuesAndActionsInOneRow() {
        HandledAlert first = said(FIRING);
        assertThat(first.last()).isEqualTo(told(FIRING, 2).numbered(0, hour(2)));

        HandledAlert acknowledged = acted(first, ActionKind.ACK, 3);
        assertThat(acknowledged.last().sequence()).isEqualTo(1);
        assertThat(acknowledged.last().state()).isEqualTo(FIRING);
        assertThat(acknowledged.last().at()).isEqualTo(hour(3));

        HandledAlert resolved = HandledAlert.after(acknowledged, told(RESOLVED, 2.5));
        assertThat(resolved.last().sequence()).isEqualTo(2);
        assertThat(resolved.last().at()).isEqualTo(hour(2.5));
        assertThat(status(resolved)).isEqualTo(HandlingStatus.ACKNOWLEDGED);
    }

    @Test
    void datesAnActionNotBeforeWhatWasIssued() {
        HandledAlert alert = acted(said(FIRING, RECOVERING), ActionKind.ACK, 1.5);

        assertThat(alert.last().at()).isEqualTo(hour(3));
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(alert.last().handling()).last())
                        .at())
                .isEqualTo(hour(1.5));
        assertThat(alert.toldAt()).isEqualTo(hour(3));
    }

    @Test
    void whatFiresAfterItWasRectifiedIsOpenOnceMore() {
        HandledAlert rectified = acted(said(FIRING, RECOVERING), ActionKind.RECTIFIED, 3.5);
        assertThat(status(rectified)).isEqualTo(HandlingStatus.RECTIFIED);
        assertThat(status(HandledAlert.after(rectified, told(RESOLVED, 4)))).isEqualTo(HandlingStatus.RECTIFIED);

        assertThat(status(HandledAlert.after(rectified, told(FIRING, 4)))).isEqualTo(HandlingStatus.OPEN);
        assertThat(status(HandledAlert.after(rectified, told(FIRING, 3.2)))).isEqualTo(HandlingStatus.RECTIFIED);
    }

    @Test
    void aHigherSeverityDoesNotFireAgain() {
        HandledAlert rectified = acted(said(FIRING), ActionKind.RECTIFIED, 3);

        assertThat(status(HandledAlert.after(rectified, told(FIRING, Severity.RED, 4, null))))
                .isEqualTo(HandlingStatus.RECTIFIED);
    }

    @Test
    void itDoesNotMatterWhetherTheFiringOrTheRepairIsHeardOfFirst() {
        HandledAlert repairFirst =
                HandledAlert.after(acted(said(FIRING, NO_DATA), ActionKind.RECTIFIED, 3.5), told(FIRING, 4));
        HandledAlert firingFirst = acted(said(FIRING, NO_DATA, FIRING), ActionKind.RECTIFIED, 3.5);

        assertThat(status(repairFirst)).isEqualTo(HandlingStatus.OPEN);
        assertThat(firingFirst.last().handling()).isEqualTo(repairFirst.last().handling());
    }

    @Test
    void saysWhyAnActionIsRefused() {
        assertThat(HandledAlert.act(null, did(ActionKind.ACK, 2)).rejection()).isEqualTo(ActionRejection.UNKNOWN_ALERT);
        assertThat(HandledAlert.act(said(FIRING), did(ActionKind.ACK, 0.5)).rejection())
                .isEqualTo(ActionRejection.BEFORE_ONSET);
        HandledAlert acknowledged = acted(said(FIRING), ActionKind.ACK, 3);
        assertThat(HandledAlert.act(acknowledged, did(ActionKind.ACK, 3)))
                .isEqualTo(new HandledAlert.Acted(null, ActionRejection.DUPLICATE));
    }

    @Test
    void stepsOnlyWhenItBeginsEndsOrChangesItsSeverity() {
        HandledAlert firing = said(FIRING);
        ActiveStep began = new ActiveStep("510100", AlertDomain.AIR, Severity.YELLOW, hour(2), 1);
        assertThat(firing.stepsFrom(null)).containsExactly(began);

        HandledAlert recovering = HandledAlert.after(firing, told(RECOVERING, 3));
        assertThat(recovering.stepsFrom(firing)).isEmpty();

        HandledAlert red = HandledAlert.after(recovering, told(FIRING, Severity.RED, 4, null));
        assertThat(red.stepsFrom(recovering))
                .containsExactly(
                        new ActiveStep("510100", AlertDomain.AIR, Severity.YELLOW, hour(4), -1),
                        new ActiveStep("510100", AlertDomain.AIR, Severity.RED, hour(4), 1));

        HandledAlert retracted = HandledAlert.after(red, told(RETRACTED, Severity.RED, 3.5, null));
        assertThat(retracted.stepsFrom(red))
                .containsExactly(new ActiveStep("510100", AlertDomain.AIR, Severity.RED, hour(4), -1));
        assertThat(said(RESOLVED).stepsFrom(null)).isEmpty();
    }
}
