package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;
import picocli.CommandLine;

/** Recorded files on a real broker. */
class ImportCommandIT {

    private static final String TOKEN = "hk1:0123456789abcdef0123456789abcdef";

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private TestBroker broker;

    @BeforeEach
    void start(@TempDir Path folder) {
        broker = TestBroker.start(folder);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private int execute(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        return command.execute(arguments);
    }

    private static String tap(int number, String time) {
        return "{\"transaction_id\":\"" + number + "\",\"token_id\":\"" + TOKEN + "\",\"event_timestamp\":\"" + time
                + "\"}";
    }

    @Test
    void keepsOrderKeysAndTimes(@TempDir Path folder) throws Exception {
        Path taps = Files.writeString(
                folder.resolve("transit.taps.jsonl"),
                tap(1, "2026-03-05T10:00:00+08:00") + "\n" + tap(2, "2026-03-05T09:00:00+08:00") + "\n"
                        + tap(3, "2026-03-05T11:00:00+08:00") + "\n");
        Path air = Files.writeString(
                folder.resolve("a.csv"),
                "TimePoint,StationCode,SO2,NO2,PM10,CO,O3,PM2_5\n2026-03-05T10:00:00,1431A,1,2,3,0.4,5,6\n");
        String where = "--bootstrap-servers=" + broker.bootstrapServers();
        assertThat(execute("topics", where)).isZero();

        assertThat(execute("import", where, "--speed", "max", taps.toString(), air.toString()))
                .as(complained.toString())
                .isZero();

        List<ConsumerRecord<byte[], byte[]>> records = TestTopics.read(broker.bootstrapServers(), "transit.taps");
        assertThat(records)
                .extracting(record -> text(record.key()) + " " + Instant.ofEpochMilli(record.timestamp()))
                .containsExactly(
                        TOKEN + " 2026-03-05T02:00:00Z",
                        TOKEN + " 2026-03-05T01:00:00Z",
                        TOKEN + " 2026-03-05T03:00:00Z");
        assertThat(records)
                .extracting(record -> text(record.value()))
                .containsExactlyElementsOf(Files.readAllLines(taps));
        assertThat(TestTopics.read(broker.bootstrapServers(), "air.observations"))
                .singleElement()
                .satisfies(record -> assertThat(text(record.key())).isEqualTo("1431A"));
        assertThat(said.toString())
                .contains(taps + " (jsonl, to transit.taps): 3 rows, 3 sent")
                .contains(air + " (cnemc-air, to air.observations): 1 rows, 1 sent");
    }

    @Test
    void saysWhatTheTopicsLack(@TempDir Path folder) throws Exception {
        Path taps = Files.writeString(folder.resolve("transit.taps.jsonl"), tap(1, "2020-03-05T10:00:00+08:00") + "\n");
        String where = "--bootstrap-servers=" + broker.bootstrapServers();
        assertThat(execute("import", where, taps.toString())).isEqualTo(1);
        assertThat(complained.toString()).contains("has no topic transit.taps").contains("with ./tongcheng topics");

        assertThat(execute("topics", where)).isZero();
        set("retention.ms", "3600000");
        assertThat(execute("import", where, taps.toString())).isZero();
        assertThat(said.toString())
                .contains("Kafka will soon delete records of transit.taps from 2020-03-05T02:00:00Z on");

        set("message.timestamp.type", "LogAppendTime");
        assertThat(execute("import", where, taps.toString())).isEqualTo(1);
        assertThat(complained.toString()).contains("set its message.timestamp.type to CreateTime");
    }

    @Test
    void refusesWhatCannotBe(@TempDir Path folder) throws Exception {
        Path taps = Files.writeString(folder.resolve("transit.taps.jsonl"), "");
        assertThat(execute("import")).isEqualTo(2);
        assertThat(execute("import", folder.resolve("absent.jsonl").toString())).isEqualTo(2);
        for (String[] option : new String[][] {
            {"--speed", "0"},
            {"--format", "xml"},
            {"--feed", "transit"},
            {"--region", "atlantis"},
            {"--station-status", "sleepy"}
        }) {
            assertThat(execute("import", taps.toString(), option[0], option[1]))
                    .as(option[0])
                    .isEqualTo(2);
        }
        assertThat(execute("import", taps.toString(), "--dry-run")).isZero();
    }

    /** Returns when the broker has heard of it. */
    private void set(String setting, String value) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "transit.taps");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            assertThat(Waiting.until(Duration.ofSeconds(30), () -> admin.describeConfigs(List.of(topic))
                            .all()
                            .get()
                            .get(topic)
                            .get(setting)
                            .value()
                            .equals(value)))
                    .isTrue();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
