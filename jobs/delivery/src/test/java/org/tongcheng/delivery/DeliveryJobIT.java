package org.tongcheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.plumbing.job.StartException;
import org.tongcheng.testkit.FreePorts;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;
import org.tongcheng.wire.AlertCodec;

/** The job as it is started, on a real broker, over what the topic holds at the start. */
final class DeliveryJobIT {

    private static final String TAKEN = "0123456789abcdef0123456789abcdef";
    private static final String REFUSED = "fedcba9876543210fedcba9876543210";

    @TempDir
    private Path folder;

    @Test
    void tellsAlertmanagerAndMakesADeadLetterOfWhatItRefuses() throws Exception {
        try (FakeAlertmanager server =
                        new FakeAlertmanager().always(asked -> asked.body().contains(REFUSED) ? 400 : 200);
                TestBroker broker = TestBroker.start(folder)) {
            broker.createTopic("alerts", 2);
            broker.createTopic("deadletters", 1);
            TestTopics.send(
                    broker.bootstrapServers(),
                    List.of(
                            record(Alerts.firing(TAKEN, 0, Severity.YELLOW)),
                            new ProducerRecord<>("alerts", "no transition".getBytes(StandardCharsets.UTF_8)),
                            record(Alerts.firing(REFUSED, 0, Severity.BLUE))));

            DeliveryJob.main(arguments(broker.bootstrapServers(), server.url()));

            assertThat(server.taken())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.alerts()).singleElement().satisfies(alert -> assertThat(
                                            alert.labels())
                                    .containsEntry("alert_id", TAKEN)
                                    .containsEntry("severity", "yellow")
                                    .containsEntry("region", "chengdu")));
            assertThat(TestTopics.readText(broker.bootstrapServers(), "deadletters"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter).contains("store_refused", REFUSED));
        }
    }

    @Test
    void saysAtTheStartWhatCannotWork() throws Exception {
        try (FakeAlertmanager server = new FakeAlertmanager().always(asked -> 401);
                TestBroker broker = TestBroker.start(folder)) {
            String[] arguments = arguments(broker.bootstrapServers(), server.url());
            broker.createTopic("alerts", 1);
            assertThatThrownBy(() -> DeliveryJob.main(arguments))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("has no topic deadletters");

            broker.createTopic("deadletters", 1);
            assertThatThrownBy(() -> DeliveryJob.main(arguments))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("ALERTMANAGER_PASSWORD");
        }
    }

    @Test
    void startsThoughAlertmanagerIsAway() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            broker.createTopic("alerts", 1);
            broker.createTopic("deadletters", 1);

            DeliveryJob.main(arguments(broker.bootstrapServers(), "http://localhost:" + FreePorts.next()));

            assertThat(TestTopics.readText(broker.bootstrapServers(), "deadletters"))
                    .isEmpty();
        }
    }

    private static String[] arguments(String bootstrapServers, String alertmanager) {
        return new String[] {
            "--bootstrap-servers",
            bootstrapServers,
            "--alertmanager-url",
            alertmanager,
            "--oldest-alert",
            "36500d",
            "--bounded",
            "--parallelism",
            "2"
        };
    }

    private static ProducerRecord<byte[], byte[]> record(AlertTransition alert) {
        return new ProducerRecord<>("alerts", AlertCodec.key(alert), AlertCodec.encode(alert, ShanghaiTime.ZONE));
    }
}
