package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.delivery.DeliveryConfig;
import org.tongcheng.delivery.DeliveryJob;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.TestTopics;
import org.tongcheng.wire.AlertCodec;

/** The delivery job the whole way: a real broker, a real Flink cluster, a real Alertmanager as shipped. */
class DeliveryJobIT {

    private static final Duration WAITING = Duration.ofSeconds(60);
    private static final String ID = "6f1e0c7a93b2d45881ce07f2ab34d69e";
    private static final AlertEntity CITY = new AlertEntity(EntityKind.CITY, "510600", "德阳", "Deyang", "510600");

    @TempDir
    private Path folder;

    @Test
    void tellsAlertmanagerOfAnAlertAndOfItsEnd() throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            ShippedAlertmanager alertmanager = cleanup.own(new ShippedAlertmanager(folder));
            LocalKafka kafka = cleanup.own(LocalKafka.start(folder.resolve("kafka")));
            kafka.createTopics(Map.of("alerts", 2, "deadletters", 1));
            LocalFlink flink = cleanup.own(LocalFlink.start(Files.createDirectories(folder.resolve("flink")), 2));
            submit(flink, kafka, alertmanager);

            send(kafka, 0, AlertState.FIRING, null);
            assertThat(Waiting.until(WAITING, () -> alertmanager.listed().contains(ID)))
                    .isTrue();
            assertThat(alertmanager.listed())
                    .containsOnlyOnce("\"alert_id\":\"" + ID + "\"")
                    .contains("\"severity\":\"blue\"", "\"region\":\"chengdu\"");
            assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 1))
                    .isTrue();

            send(kafka, 1, AlertState.RESOLVED, EndReason.CLEARED);
            assertThat(Waiting.until(WAITING, () -> !alertmanager.listed().contains(ID)))
                    .isTrue();
            assertThat(Waiting.until(WAITING, () -> alertmanager.mails().size() == 2))
                    .isTrue();
            assertThat(alertmanager.mails().get(1).getSubject()).startsWith("[解除 Ended]");
            assertThat(TestTopics.readText(kafka.bootstrapServers(), "deadletters"))
                    .isEmpty();
        }
    }

    private static void submit(LocalFlink flink, LocalKafka kafka, ShippedAlertmanager alertmanager) throws Exception {
        String[] arguments = {
            "--bootstrap-servers=" + kafka.bootstrapServers(),
            "--alertmanager-url=" + alertmanager.url(),
            "--checkpoint-interval=1s",
            "--parallelism=2"
        };
        DeliveryConfig config = Settings.read(arguments, Map.of(), DeliveryConfig::from);
        StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(1), config.job());
        DeliveryJob.wire(environment, config);
        flink.submit(environment, config.job().job());
    }

    private static void send(LocalKafka kafka, int sequence, AlertState state, EndReason reason) {
        long now = System.currentTimeMillis();
        AlertTransition alert = new AlertTransition(
                ID,
                "air-aqi",
                1,
                "air-aqi",
                "",
                "air_city_1h",
                state,
                Severity.BLUE,
                CITY,
                now - 1_800_000,
                null,
                now - 60_000,
                sequence,
                BigDecimal.valueOf(160),
                BigDecimal.valueOf(150),
                new AlertTexts("德阳空气蓝色", "Deyang air blue", "德阳空气蓝色。", "Deyang air blue."),
                List.of(),
                0,
                reason,
                null);
        TestTopics.send(
                kafka.bootstrapServers(),
                List.of(new ProducerRecord<>(
                        "alerts", AlertCodec.key(alert), AlertCodec.encode(alert, ZoneId.of("Asia/Shanghai")))));
    }
}
