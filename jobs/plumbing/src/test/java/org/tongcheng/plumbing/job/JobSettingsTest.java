package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsTest {

    private static JobSettings read(Map<String, String> environment, String... arguments) {
        return Settings.read(arguments, environment, settings -> JobSettings.from(settings, "air"));
    }

    @Test
    void hasADefaultForEverySetting() {
        assertThat(read(Map.of()))
                .isEqualTo(new JobSettings(
                        "air",
                        new KafkaSettings(
                                "localhost:9092",
                                Map.of(),
                                "tongcheng-air",
                                "",
                                Duration.ofMinutes(15),
                                StartOffsets.COMMITTED,
                                false),
                        null,
                        new CheckpointSettings(Duration.ofSeconds(10), Duration.ofMinutes(3), null, false),
                        "chengdu",
                        0,
                        Duration.ofMinutes(1)));
    }

    @Test
    void mapsEverySetting() {
        JobSettings settings = read(
                Map.of("INFLUX_TOKEN", "token", "INFLUX_PASSWORD", "password", "KAFKA_SASL_JAAS_CONFIG", "jaas"),
                "--bootstrap-servers=one:9092,two:9092",
                "--kafka.security.protocol=SASL_SSL",
                "--consumer-group=group",
                "--topic-prefix=replay_7.",
                "--transaction-timeout=5min",
                "--start-offsets=earliest",
                "--bounded",
                "--influx-url=https://store:8086",
                "--influx-org=city",
                "--influx-bucket=live/week",
                "--influx-username=writer",
                "--checkpoint-interval=20s",
                "--checkpoint-timeout=2min",
                "--checkpoint-directory=file:///checkpoints",
                "--state-changelog",
                "--region=/etc/region",
                "--parallelism=4",
                "--idleness=30s");

        assertThat(settings)
                .isEqualTo(new JobSettings(
                        "air",
                        new KafkaSettings(
                                "one:9092,two:9092",
                                Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "jaas"),
                                "group",
                                "replay_7.",
                                Duration.ofMinutes(5),
                                StartOffsets.EARLIEST,
                                true),
                        new InfluxSettings("https://store:8086", "city", "live/week", "writer", "token", "password"),
                        new CheckpointSettings(
                                Duration.ofSeconds(20), Duration.ofMinutes(2), "file:///checkpoints", true),
                        "/etc/region",
                        4,
                        Duration.ofSeconds(30)));
    }

    @Test
    void showsNoSecret() {
        Map<String, String> environment = Map.of(
                "INFLUX_URL",
                "http://store:8086",
                "INFLUX_TOKEN",
                "s3cret-1",
                "INFLUX_PASSWORD",
                "s3cret-2",
                "KAFKA_SASL_JAAS_CONFIG",
                "s3cret-3",
                "KAFKA_SSL_KEY_PASSWORD",
                "s3cret-4");

        assertThat(read(environment).toString())
                .doesNotContain("s3cret")
                .contains("token=***", "password=***", "sasl.jaas.config=***", "http://store:8086");
    }

    @Test
    void startsEveryKafkaClientFromTheSameProperties() {
        KafkaSettings kafka = read(Map.of("KAFKA_BOOTSTRAP_SERVERS", "broker:9092"), "--kafka.client.rack", "a")
                .kafka();

        assertThat(kafka.client()).isEqualTo(Map.of("bootstrap.servers", "broker:9092", "client.rack", "a"));
    }

    @Test
    void refusesAKafkaPropertyThatTheJobDecides() {
        assertThatThrownBy(() -> read(Map.of(), "--kafka.group.id", "x"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--kafka.group.id has a setting of its own");
    }

    @Test
    void refusesAnAddressThatIsNotHttp() {
        for (String url : new String[] {"store:8086", "ftp://store", "http://", "not an address"}) {
            assertThatThrownBy(() -> read(Map.of(), "--influx-url", url))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("--influx-url must be an address such as http://localhost:8086, not '" + url + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10s", "379s"})
    void refusesATransactionThatMayNotLiveToSeeItsCheckpoint(String timeout) {
        assertThatThrownBy(() -> read(Map.of(), "--transaction-timeout", timeout))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--transaction-timeout must be at least twice as long as --checkpoint-timeout");
    }

    @ParameterizedTest
    @CsvSource({"380s, 0", "569s, 0", "570s, 1", "15min, 2", "1d, 10"})
    void toleratesAsManyFailedCheckpointsAsATransactionOutlives(String timeout, int failures) {
        assertThat(read(Map.of(), "--transaction-timeout", timeout).tolerableCheckpointFailures())
                .isEqualTo(failures);
    }
}
