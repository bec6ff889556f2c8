package org.tongcheng.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.plumbing.job.StartException;
import org.tongcheng.testkit.FreePorts;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;

/** The job as it is started, on a real broker, over what the topic holds at the start. */
final class WaterJobIT {

    private static final String OBSERVATION = "{\"schema_version\":\"water/1\",\"section_id\":\"cd-hongyuan\","
            + "\"observed_at\":\"2026-03-05T08:00:00+08:00\",\"source\":\"test\",\"station_status\":\"normal\","
            + "\"values\":{\"ph\":7,\"dissolved_oxygen\":8,\"codmn\":2,\"nh3_n\":0.1,\"tp\":0.15}}";

    @Test
    void classifiesWhatTheTopicHolds(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            for (String topic : List.of("water.observations", "water.results", "deadletters", "late")) {
                broker.createTopic(topic, 2);
            }
            long arrival = ShanghaiTime.at("2026-03-05T10:00");
            TestTopics.send(
                    broker.bootstrapServers(), List.of(record(OBSERVATION, arrival), record("broken", arrival)));

            WaterJob.main(
                    new String[] {"--bootstrap-servers", broker.bootstrapServers(), "--bounded", "--parallelism", "2"});

            assertThat(TestTopics.readText(broker.bootstrapServers(), "water.results"))
                    .anySatisfy(result -> assertThat(result)
                            .contains("\"measurement\":\"water_section\"", "\"class\":3", "\"river\":\"沱江\""))
                    .anySatisfy(result -> assertThat(result).contains("\"measurement\":\"water_city_4h\""))
                    .anySatisfy(result -> assertThat(result).contains("\"measurement\":\"water_river_4h\""))
                    .anySatisfy(result -> assertThat(result).contains("\"received\":2", "\"accepted\":1"));
            assertThat(TestTopics.readText(broker.bootstrapServers(), "deadletters"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter).contains("malformed_json"));
        }
    }

    @Test
    void namesTheSettingWhenKafkaIsNotThere() {
        String nowhere = "localhost:" + FreePorts.next();

        assertThatThrownBy(() -> WaterJob.main(new String[] {"--bootstrap-servers", nowhere}))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--bootstrap-servers")
                .hasNoCause();
    }

    @Test
    void namesThePlaceWhereTheRegistryIsBroken(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("region.yaml"), "id: [");
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            for (String topic : List.of("water.observations", "water.results", "deadletters", "late")) {
                broker.createTopic(topic, 1);
            }
            String[] arguments = {"--bootstrap-servers", broker.bootstrapServers(), "--region", folder.toString()};

            assertThatThrownBy(() -> WaterJob.main(arguments))
                    .isInstanceOf(StartException.class)
                    .hasMessageStartingWith("region.yaml:1:");
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String text, long timestamp) {
        return new ProducerRecord<>(
                "water.observations", 0, timestamp, new byte[0], text.getBytes(StandardCharsets.UTF_8));
    }
}
