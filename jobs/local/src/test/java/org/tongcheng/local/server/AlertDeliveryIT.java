package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Severity;

/** From a transition to the desk's mail: the delivery operator, a real Alertmanager as shipped, a real SMTP server. */
class AlertDeliveryIT extends DeliveryToShipped {

    private static final Duration WAITING = Duration.ofSeconds(30);
    private static final AlertEntity CITY = new AlertEntity(EntityKind.CITY, "510600", "德阳", "Deyang", "510600");
    private static final AlertEntity PLAIN = new AlertEntity(EntityKind.GROUP, "plain", "成都平原", "Chengdu Plain", "");

    @Test
    void mailsTheRaisingAndTheEndOnceInBothLanguages() throws Exception {
        deliver("a1", 0, AlertState.FIRING, Severity.BLUE, CITY);
        assertThat(alertmanager.listed())
                .containsOnlyOnce("\"alert_id\":\"a1\"")
                .contains("\"severity\":\"blue\"");
        assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 1))
                .isTrue();
        deliver("a1", 1, AlertState.RECOVERING, Severity.BLUE, CITY);
        deliver("a1", 2, AlertState.RESOLVED, Severity.BLUE, CITY);
        assertThat(alertmanager.listed()).isEqualToIgnoringNewLines("[]");
        assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 2))
                .isTrue();
        Waiting.pause(Duration.ofSeconds(5));

        List<MimeMessage> mails = alertmanager.mails();
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getAllRecipients()[0].toString()).isEqualTo("deyang-air@tongcheng.example");
        assertThat(mails.get(0).getSubject()).isEqualTo("[报警 Alert] 德阳空气蓝色 / Deyang air blue");
        assertThat(text(mails.get(0)))
                .contains("德阳空气蓝色", "Deyang air blue", "数值 value 160", "阈值 threshold 150", "蓝色 blue")
                .contains("开始 since 20");
        assertThat(mails.get(1).getSubject()).isEqualTo("[解除 Ended] 德阳空气蓝色 / Deyang air blue");
        assertThat(text(mails.get(1))).contains("已解除 ended", "结束 until 20");
    }

    @Test
    void escalatesWithoutAGhost() throws Exception {
        deliver("a1", 0, AlertState.FIRING, Severity.BLUE, CITY);
        assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 1))
                .isTrue();
        deliver("a1", 1, AlertState.FIRING, Severity.ORANGE, CITY);

        assertThat(alertmanager.listed())
                .containsOnlyOnce("\"alert_id\":\"a1\"")
                .contains("\"severity\":\"orange\"");
        assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 2))
                .isTrue();
        assertThat(alertmanager.mails().get(1).getSubject()).contains("橙色", "orange");
        assertThat(text(alertmanager.mails().get(1))).doesNotContain("已解除 ended");
        assertThat(Waiting.until(WAITING, () -> alertmanager.hooked().stream()
                        .anyMatch(post -> post.contains("duty-dingtalk") && post.contains("orange"))))
                .isTrue();
        deliver("a1", 2, AlertState.RETRACTED, Severity.ORANGE, CITY);
        assertThat(alertmanager.listed()).isEqualToIgnoringNewLines("[]");
        assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 3))
                .isTrue();
        assertThat(text(alertmanager.mails().get(2))).contains("已撤回 retracted");
    }

    /** An onset of long ago does not end the wait in which alerts gather. */
    @Test
    void gathersTheAlertsOfOneRuleInOneMail() throws Exception {
        for (String id : List.of("a1", "a2", "a3")) {
            deliver(id, 0, AlertState.FIRING, Severity.BLUE, CITY);
            Waiting.pause(Duration.ofMillis(300));
        }
        assertThat(Waiting.until(WAITING, () -> !alertmanager.mails().isEmpty()))
                .isTrue();
        Waiting.pause(Duration.ofSeconds(5));

        assertThat(alertmanager.mails()).singleElement().satisfies(mail -> assertThat(mail.getSubject())
                .endsWith("(+2)"));
    }

    @Test
    void letsTheJointAlertStandForThoseOfSingleCities() throws Exception {
        deliver("a1", 0, AlertState.FIRING, Severity.BLUE, CITY);
        deliver("j1", 0, AlertState.FIRING, Severity.YELLOW, PLAIN);
        assertThat(Waiting.until(WAITING, () -> !alertmanager.mails().isEmpty()))
                .isTrue();
        Waiting.pause(Duration.ofSeconds(4));

        assertThat(alertmanager.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("region@tongcheng.example");
            assertThat(mail.getSubject()).contains("成都平原空气黄色");
        });
        assertThat(alertmanager.listed()).contains("\"state\":\"suppressed\"");
    }

    @Test
    void theConfigurationNamesWhatIsNotFilledIn(@TempDir Path other) throws Exception {
        Map<String, String> lacking = new HashMap<>(ShippedAlertmanager.example());
        lacking.remove("WECHAT_SECRET");
        assertThatThrownBy(() -> ShippedAlertmanager.filled(other, lacking)).hasMessageContaining("WECHAT_SECRET");

        Path secret = java.nio.file.Files.writeString(other.resolve("secret"), "it's | & \\ secret\n");
        lacking.put("WECHAT_SECRET_FILE", secret.toString());
        assertThat(ShippedAlertmanager.filled(other, lacking)).contains("'it''s | & \\ secret'");
    }

    private void deliver(String id, int sequence, AlertState state, Severity severity, AlertEntity entity)
            throws Exception {
        long now = System.currentTimeMillis();
        long onset = now - 1_800_000;
        String zh = entity.nameZh() + "空气" + severity.nameZh();
        String en = entity.nameEn() + " air " + severity.nameEn();
        delivery.take(new AlertTransition(
                id,
                "air-aqi",
                1,
                "air-aqi",
                "air-linkage/plain",
                "air_station_1h",
                state,
                severity,
                entity,
                onset,
                null,
                now - 60_000,
                sequence,
                BigDecimal.valueOf(160),
                BigDecimal.valueOf(150),
                new AlertTexts(zh, en, zh + "。", en + "."),
                List.of(),
                0,
                null,
                null));
        List<DeliveryReceipt> receipts = delivery.receipts();
        if (state != AlertState.RECOVERING) {
            assertThat(receipts).last().satisfies(receipt -> assertThat(receipt.sequence())
                    .isEqualTo(sequence));
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        assertThat(GreenMailUtil.getHeaders(mail)).contains("multipart/alternative");
        return ShippedAlertmanager.text(mail);
    }
}
