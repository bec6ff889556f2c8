package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.tongcheng.delivery.operator.Resending;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Severity;

/** A real Alertmanager that is restarted, and with it the job: what it took is gone, what it told is not told again. */
class AlertmanagerRestartIT extends DeliveryToShipped {

    private static final Duration WAITING = Duration.ofSeconds(30);
    private static final Duration SILENT = Duration.ofSeconds(5);
    private static final Duration SENT_AGAIN = Duration.ofSeconds(90);
    private static final Resending OFTEN = new Resending(60_000, 900_000);
    private static final AlertEntity CITY = new AlertEntity(EntityKind.CITY, "510600", "德阳", "Deyang", "510600");

    @Test
    void tellsTheEndThatWasTakenAndNotYetTold() throws Exception {
        delivery.take(transition(0, AlertState.FIRING));
        awaitMails(1);
        delivery.take(transition(1, AlertState.RESOLVED));
        restartBoth();
        Waiting.pause(SILENT);
        assertThat(alertmanager.mails()).as("the end is lost").hasSize(1);

        delivery.advance(Duration.ofMinutes(3));
        awaitMails(2);
        assertThat(alertmanager.mails().get(1).getSubject()).startsWith("[解除 Ended]");
        delivery.advance(Duration.ofMinutes(3));
        Waiting.pause(SILENT);
        assertThat(alertmanager.mails()).hasSize(2);
        assertThat(delivery.kept()).isZero();
    }

    @Test
    void neitherRepeatsNorLosesWhatFires() throws Exception {
        delivery.take(transition(0, AlertState.FIRING));
        awaitMails(1);
        restartBoth();
        assertThat(alertmanager.listed()).isEqualToIgnoringNewLines("[]");

        delivery.advance(SENT_AGAIN);
        assertThat(alertmanager.listed()).containsOnlyOnce("\"alert_id\":\"a\"");
        Waiting.pause(SILENT);
        assertThat(alertmanager.mails()).as("told before").hasSize(1);

        delivery.take(transition(1, AlertState.RESOLVED));
        awaitMails(2);
    }

    /** The job is gone for longer than the lease: people must not read that all is well. */
    @Test
    void doesNotCallAnAlertEndedOfWhichItHearsNoMore() throws Exception {
        delivery.close();
        delivery = new Delivery(alertmanager.url(), new Resending(2_000, 6_000), null);
        delivery.take(transition(0, AlertState.FIRING));
        awaitMails(2);

        MimeMessage mail = alertmanager.mails().get(1);
        assertThat(mail.getSubject()).startsWith("[中断 No news]");
        assertThat(ShippedAlertmanager.text(mail)).contains("现状不明").doesNotContain("已解除 ended");
    }

    private void restartBoth() throws Exception {
        OperatorSubtaskState state = delivery.snapshot();
        delivery.close();
        alertmanager.restart();
        delivery = new Delivery(alertmanager.url(), OFTEN, state);
    }

    private void awaitMails(int number) throws Exception {
        assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() >= number))
                .isTrue();
        assertThat(alertmanager.mails()).hasSize(number);
    }

    private static AlertTransition transition(int sequence, AlertState state) {
        long now = System.currentTimeMillis();
        return new AlertTransition(
                "a",
                "air-city-aqi",
                1,
                "air-city-aqi",
                "",
                "air_city_1h",
                state,
                Severity.BLUE,
                CITY,
                now - 120_000,
                null,
                now - 60_000 + sequence,
                sequence,
                BigDecimal.TEN,
                BigDecimal.ONE,
                new AlertTexts("标题", "title", "文本", "text"),
                List.of(),
                0,
                state.open() ? null : EndReason.CLEARED,
                null);
    }
}
