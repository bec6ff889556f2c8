package org.tongcheng.alerts.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.alerts.Told.did;
import static org.tongcheng.alerts.Told.hour;
import static org.tongcheng.alerts.Told.id;
import static org.tongcheng.alerts.Told.said;
import static org.tongcheng.domain.alert.AlertState.FIRING;
import static org.tongcheng.domain.alert.AlertState.RECOVERING;
import static org.tongcheng.domain.alert.AlertState.RESOLVED;
import static org.tongcheng.domain.alert.AlertState.RETRACTED;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.ActiveStep;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.DeadLetterCodec;

final class HandleAlertsTest {

    private final HandlingHarness alerts;

    HandleAlertsTest() throws Exception {
        alerts = new HandlingHarness(null);
    }

    @AfterEach
    void close() {
        alerts.close();
    }

    private static AlertHandling handling(AlertTransition alert) {
        return Objects.requireNonNull(alert.handling());
    }

    @Test
    void passesOnWhatTheValuesSayWithNumbersOfItsOwn() throws Exception {
        alerts.say(said(1, FIRING, 2), said(2, FIRING, 2), said(1, RECOVERING, 3), said(1, RESOLVED, 4));

        assertThat(alerts.issued())
                .extracting(AlertTransition::alertId, AlertTransition::sequence)
                .containsExactly(tuple(id(1), 0), tuple(id(2), 0), tuple(id(1), 1), tuple(id(1), 2));
        assertThat(alerts.issued()).extracting(AlertTransition::handling).containsOnlyNulls();
    }

    @Test
    void issuesAnAlertAgainWhenSomebodyActs() throws Exception {
        alerts.say(said(1, FIRING, 2));
        alerts.act(did(1, ActionKind.ASSIGN, 2.5, "李华"), did(1, ActionKind.ACK, 3, ""));
        AlertTransition acknowledged = alerts.last();

        assertThat(acknowledged.sequence()).isEqualTo(2);
        assertThat(acknowledged.state()).isEqualTo(FIRING);
        assertThat(acknowledged.value()).isEqualByComparingTo("163.5");
        assertThat(acknowledged.at()).isEqualTo(hour(3));
        assertThat(handling(acknowledged).status()).isEqualTo(HandlingStatus.ACKNOWLEDGED);
        assertThat(handling(acknowledged).assignee()).isEqualTo("李华");

        alerts.say(said(1, RESOLVED, 4));
        assertThat(alerts.last().sequence()).isEqualTo(3);
        assertThat(handling(alerts.last())).isEqualTo(handling(acknowledged));
        assertThat(alerts.onTheSide(HandleAlerts.REFUSED)).isEmpty();
    }

    @Test
    void whatGoesOutIsInTheContract() throws Exception {
        alerts.say(said(1, FIRING, 2)).act(did(1, ActionKind.COMMENT, 3, "看过了"));

        for (AlertTransition alert : alerts.issued()) {
            byte[] written = AlertCodec.encode(alert, ShanghaiTime.ZONE);
            assertThat(AlertCodec.decode(written).rejection()).isNull();
        }
        assertThat(handling(alerts.last()).comments()).isEqualTo(1);
    }

    @Test
    void acceptsARepairOnce() throws Exception {
        alerts.say(said(1, FIRING, 2));
        alerts.act(did(1, ActionKind.RECTIFIED, 3, ""), did(1, ActionKind.RECTIFIED, 4, ""));

        assertThat(handling(alerts.last()).rectifiedAt()).isEqualTo(hour(3));
        assertThat(alerts.onTheSide(HandleAlerts.REFUSED)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2, ACK, 3, x, unknown_value, alert_id",
        "1, ACK, 0.5, x, out_of_range, at",
        "1, COMMENT, 1.5, x, out_of_range, at",
        "1, ACK, 3, x, unknown_value, action",
        "1, ASSIGN, 3, ' ', bad_format, text"
    })
    void refusesWhatCannotBeApplied(int alert, ActionKind kind, double hour, String text, String reason, String field)
            throws Exception {
        alerts.say(said(1, FIRING, 2)).act(did(1, ActionKind.ACK, 2.5, ""));
        int before = alerts.issued().size();

        alerts.act(did(alert, kind, hour, text));

        assertThat(alerts.issued()).hasSize(before);
        assertThat(alerts.onTheSide(HandleAlerts.REFUSED)).singleElement().satisfies(letter -> {
            assertThat(letter.feed()).isEqualTo("alert.actions");
            assertThat(letter.reason().wireName()).isEqualTo(reason);
            assertThat(letter.field()).isEqualTo(field);
            assertThat(letter.payload()).isEqualTo("{}");
            assertThat(letter.partition()).isEqualTo(2);
            assertThat(letter.offset()).isEqualTo(12);
            assertThat(new String(DeadLetterCodec.encode(letter, ShanghaiTime.ZONE), StandardCharsets.UTF_8))
                    .contains("\"reason\":\"" + reason + "\"");
        });
    }

    @Test
    void refusesWorkOnWhatWasRetracted() throws Exception {
        alerts.say(said(1, FIRING, 2), said(1, RETRACTED, 3));
        alerts.act(did(1, ActionKind.ACK, 4, ""), did(1, ActionKind.RECTIFIED, 4, ""));

        assertThat(alerts.onTheSide(HandleAlerts.REFUSED))
                .extracting(DeadLetter::reason, DeadLetter::field)
                .containsOnly(tuple(RejectionReason.UNKNOWN_VALUE, "action"));
        alerts.act(did(1, ActionKind.COMMENT, 4, "好"));
        assertThat(handling(alerts.last()).comments()).isEqualTo(1);
    }

    @Test
    void theLastActionAgainChangesNothing() throws Exception {
        alerts.say(said(1, FIRING, 2));
        alerts.act(did(1, ActionKind.COMMENT, 3, "好"), did(1, ActionKind.COMMENT, 3, "好"));

        assertThat(alerts.issued()).hasSize(2);
        assertThat(alerts.onTheSide(HandleAlerts.REFUSED)).isEmpty();
    }

    @Test
    void stepsDoNotTellOfActions() throws Exception {
        alerts.say(said(1, FIRING, 2)).act(did(1, ActionKind.ACK, 3, "")).say(said(1, RESOLVED, 4));

        assertThat(alerts.onTheSide(HandleAlerts.STEPS))
                .extracting(ActiveStep::at, ActiveStep::delta)
                .containsExactly(tuple(hour(2), 1), tuple(hour(4), -1));
    }

    @Test
    void forgetsAnAlertThirtyFiveDaysAfterItsEnd() throws Exception {
        alerts.say(said(1, FIRING, 2), said(1, RESOLVED, 4), said(2, FIRING, 2));
        long death = hour(4) + 35 * BusinessTime.DAY;

        alerts.watermark(death - 1);
        alerts.act(did(1, ActionKind.ACK, 5, ""));
        assertThat(alerts.onTheSide(HandleAlerts.REFUSED)).isEmpty();

        alerts.watermark(death);
        assertThat(alerts.remembered()).isEqualTo(1);
        alerts.act(did(1, ActionKind.COMMENT, 6, "好"));
        assertThat(alerts.onTheSide(HandleAlerts.REFUSED)).hasSize(1);
    }

    @Test
    void keepsAnAlertThatBeginsAgain() throws Exception {
        alerts.say(said(1, FIRING, 2), said(1, RESOLVED, 4), said(1, FIRING, 5));
        alerts.watermark(hour(4) + 40 * BusinessTime.DAY);
        alerts.act(did(1, ActionKind.ACK, 6, ""));

        assertThat(alerts.last().sequence()).isEqualTo(3);
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        alerts.say(said(1, FIRING, 2), said(2, FIRING, 2), said(2, RESOLVED, 3))
                .act(did(1, ActionKind.RECTIFIED, 3, "已修"));
        OperatorSubtaskState state = alerts.snapshot();

        try (HandlingHarness restored = new HandlingHarness(state)) {
            restored.act(did(1, ActionKind.RECTIFIED, 3, "已修"));
            assertThat(restored.issued()).isEmpty();
            restored.say(said(1, RECOVERING, 4), said(1, FIRING, 5));
            assertThat(restored.last().sequence()).isEqualTo(3);
            assertThat(handling(restored.last()).status()).isEqualTo(HandlingStatus.OPEN);
            assertThat(handling(restored.last()).rectifiedAt()).isEqualTo(hour(3));
            restored.watermark(hour(3) + 35 * BusinessTime.DAY);
            assertThat(restored.remembered()).isEqualTo(1);
        }
    }
}
