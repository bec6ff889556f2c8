package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.testkit.TestTopics;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.ReferenceCodec;
import picocli.CommandLine;

/** Publishing, to a real broker. */
class PublishCommandIT {

    @TempDir
    private Path parent;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private RegionFolder region;
    private LocalKafka kafka;

    @BeforeEach
    void start() throws Exception {
        region = new RegionFolder(parent);
        kafka = LocalKafka.start(parent.resolve("kafka"));
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    private int publish(String... more) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        List<String> arguments = new java.util.ArrayList<>(
                List.of("publish", region.toString(), "--bootstrap-servers", kafka.bootstrapServers()));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(new String[0]));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return TestTopics.read(kafka.bootstrapServers(), topic);
    }

    @Test
    void publishesWhatIsInForceAndListsWhatIsRefused() throws Exception {
        String rules = RegionFolder.RULE
                + RegionFolder.RULE.replace("id: aqi", "id: quiet") + "  enabled: false\n"
                + RegionFolder.RULE.replace("id: aqi", "id: high").replace("field: aqi", "field: nothing");
        region.with("rules.yaml", rules).with("notes.txt", "not a part of it");

        assertThat(publish("--topic-prefix", "city.", "--kafka.client.id", "desk"))
                .isZero();

        assertThat(said.toString())
                .startsWith("region small-1: 3 files, ")
                .contains("; 1 rule in force, 1 switched off, 1 refused; at city.reference-0 offset 0");
        assertThat(complained.toString().lines())
                .singleElement()
                .asString()
                .startsWith("rules.yaml:")
                .contains("rule high");
        assertThat(read("city.reference")).singleElement().satisfies(record -> {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("small-1");
            PublishedRegion published =
                    Objects.requireNonNull(ReferenceCodec.decode(record.value()).value());
            assertThat(published.regionId()).isEqualTo("small-1");
            assertThat(published.files())
                    .containsOnlyKeys("region.yaml", "cities.csv", "rules.yaml")
                    .containsEntry("rules.yaml", rules);
        });

        assertThat(publish("--topic-prefix=city.", "--kafka.client.id=desk")).isZero();
        assertThat(said.toString()).contains("offset 1");
    }

    @Test
    void publishesNoRuleThatWasChangedUnderItsVersion() throws Exception {
        String other = RegionFolder.RULE.replace("id: aqi", "id: other");
        region.with("rules.yaml", RegionFolder.RULE + other);
        assertThat(publish()).isZero();
        assertThat(publish()).as("the same again").isZero();

        region.with("rules.yaml", RegionFolder.RULE.replace("clear: 50", "clear: 51") + other);
        assertThat(publish()).isEqualTo(1);
        assertThat(complained.toString().lines())
                .containsExactly(
                        "rule aqi: version: differs from the published version 1, so it needs 2 or more, not 1",
                        "tongcheng publish: nothing is published: raise the version of every rule that you change");
        assertThat(read("reference")).hasSize(2);

        region.with(
                "rules.yaml",
                RegionFolder.RULE.replace("clear: 50", "clear: 51").replace("version: 1", "version: 2") + other);
        assertThat(publish()).isZero();
        region.with("rules.yaml", RegionFolder.RULE);
        assertThat(publish()).as("an older version").isEqualTo(1);
    }

    @Test
    void publishesMoreThanAMegabyte() throws Exception {
        StringBuilder routes = new StringBuilder("route_id,route_short_name,route_type,agency_id,city_code\n");
        for (int i = 0; i < 80_000; i++) {
            routes.append("R").append(i).append(",K").append(i).append(",3,bus,510100\n");
        }
        region.with("routes.csv", routes.toString());
        assertThat(Files.size(region.path.resolve("routes.csv"))).isGreaterThan(2_000_000);

        assertThat(publish("--kafka.compression.type", "none")).isZero();

        assertThat(read("reference")).singleElement().satisfies(record -> assertThat(record.value())
                .hasSizeGreaterThan(2_000_000));
    }

    @Test
    void warnsOfATopicThatForgets() throws Exception {
        kafka.createTopics(Map.of("reference", 1));

        assertThat(publish()).isZero();
        assertThat(complained.toString()).contains("reference is not compacted", "cleanup.policy");
    }

    @Test
    void findsTheTopicOfTheDemoCompacted() throws Exception {
        kafka.createTopics(List.of(TopicPlan.reference()));

        assertThat(publish()).isZero();
        assertThat(complained.toString()).isEmpty();
    }

    @Test
    void saysWhatToChangeWhereTheTopicTakesNoRecordOfThatSize() throws Exception {
        kafka.createTopics(List.of(new TopicPlan("reference", 1, Map.of("max.message.bytes", "100"))));

        assertThat(publish()).isEqualTo(1);
        assertThat(complained.toString()).contains("tongcheng publish: Kafka at ", "raise max.message.bytes");
    }
}
