package org.tongcheng.plumbing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.testkit.FreePorts;
import org.tongcheng.testkit.TestBroker;

class KafkaReachabilityIT {

    @TempDir
    Path folder = Path.of("");

    private static KafkaSettings kafka(String... arguments) {
        return Settings.read(arguments, Map.of(), read -> JobSettings.from(read, "air"))
                .kafka();
    }

    @Test
    void namesTheSettingWhenNobodyAnswers() {
        String nowhere = "localhost:" + FreePorts.next();

        assertThatThrownBy(() -> KafkaReachability.check(kafka("--bootstrap-servers", nowhere), List.of("late")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Kafka cannot be used at " + nowhere + " (--bootstrap-servers): ");
    }

    @Test
    void namesTheSettingWhenTheAddressIsNone() {
        assertThatThrownBy(() -> KafkaReachability.check(kafka("--bootstrap-servers", "no port"), List.of("late")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--bootstrap-servers");
    }

    @Test
    void namesTheTopicsThatAreMissing() {
        try (TestBroker broker = TestBroker.start(folder)) {
            KafkaSettings kafka = kafka("--bootstrap-servers", broker.bootstrapServers(), "--topic-prefix", "replay.");
            KafkaReachability.createTopics(kafka, List.of(TopicPlan.of("late", 1)));

            assertThatThrownBy(() -> KafkaReachability.check(kafka, List.of("late", "transit.taps", "deadletters")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("has no topic replay.deadletters, replay.transit.taps");

            KafkaReachability.createTopics(
                    kafka,
                    List.of(TopicPlan.of("late", 1), TopicPlan.of("transit.taps", 4), TopicPlan.of("deadletters", 1)));

            assertThatCode(() -> KafkaReachability.check(kafka, List.of("late", "transit.taps", "deadletters")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void givesATopicItsOwnSettingsAndLeavesOneThatIsThereAlone() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            KafkaSettings kafka = kafka("--bootstrap-servers", broker.bootstrapServers());
            KafkaReachability.createTopics(kafka, List.of(TopicPlan.of("late", 1), TopicPlan.reference()));

            assertThat(setting(kafka, "reference", "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(kafka, "reference", "max.message.bytes"))
                    .isEqualTo(Integer.toString(TopicPlan.REFERENCE_BYTES));
            assertThat(setting(kafka, "late", "cleanup.policy")).isEqualTo("delete");

            KafkaReachability.createTopics(
                    kafka, List.of(new TopicPlan("late", 5, Map.of("cleanup.policy", "compact"))));
            assertThat(setting(kafka, "late", "cleanup.policy")).isEqualTo("delete");
        }
    }

    private static String setting(KafkaSettings kafka, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(kafka.client())) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
