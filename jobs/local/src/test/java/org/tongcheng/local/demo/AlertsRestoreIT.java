package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.server.CommittedRecords;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.wire.ResultCodec;

/** A task manager is lost in every state of an alert, from state that is kept as a log of its changes. */
class AlertsRestoreIT {

    private static final String RESULTS = "air.results";
    private static final String TAPS = "transit.taps";
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-03-05T07:00");
    /** It waits for its hour; blue; recovers; still does; has ended. */
    private static final List<Integer> AQI = List.of(160, 170, 100, 100, 100);

    private static final int LOSSES = 3;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void neitherRepeatsNorLosesAChange(@TempDir Path folder) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"));
                LocalFlink flink = LocalFlink.start(folder.resolve("flink"), 2);
                Groups groups = new Groups(kafka.bootstrapServers());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            kafka.createTopics(LiveJobs.topics().stream()
                    .map(topic -> new TopicPlan(topic.name(), 1, topic.settings()))
                    .toList());
            new Submission(flink, arguments(kafka)).alerts();

            for (int hour = 0; hour < AQI.size(); hour++) {
                producer.send(station(hour)).get();
                producer.send(tap(hour)).get();
                if (hour < LOSSES) {
                    kept(groups, hour + 1L);
                    flink.loseTaskManager();
                }
            }
            // How late it is a restored job knows only from the next tap.
            producer.send(tap(AQI.size())).get();
            assertThat(Waiting.until(
                            Duration.ofMinutes(1),
                            () -> of("air-station-aqi", kafka).size() >= 3
                                    && !of("transit-cloned-card", kafka).isEmpty()))
                    .isTrue();

            List<AlertTransition> station = of("air-station-aqi", kafka);
            assertThat(station)
                    .extracting(AlertTransition::state)
                    .containsExactly(AlertState.FIRING, AlertState.RECOVERING, AlertState.RESOLVED);
            assertThat(station).extracting(AlertTransition::sequence).containsExactly(0, 1, 2);
            assertThat(of("transit-cloned-card", kafka))
                    .extracting(AlertTransition::state)
                    .containsExactly(AlertState.FIRING);
        }
    }

    private static JobArguments arguments(LocalKafka kafka) {
        return JobArguments.withoutInflux(kafka.bootstrapServers(), Map.of())
                .with("--checkpoint-interval", "200ms")
                .with("--start-offsets", "earliest")
                // Short enough for all inputs to be idle between two taps, as at night.
                .with("--idleness", "1s");
    }

    /** Waits until a checkpoint holds so many records of both topics. */
    private static void kept(Groups groups, long records) throws Exception {
        Map<TopicPartition, Long> ends =
                Map.of(new TopicPartition(RESULTS, 0), records, new TopicPartition(TAPS, 0), records);
        assertThat(Waiting.until(
                        Duration.ofMinutes(1),
                        () -> Groups.lag(ends, groups.committed(List.of("tongcheng-alerts"))) == 0))
                .isTrue();
    }

    private static List<AlertTransition> of(String rule, LocalKafka kafka) {
        return CommittedRecords.of(kafka, "alerts").stream()
                .map(record -> GoldenAlerts.decoded(record.value()))
                .filter(alert -> alert.ruleId().equals(rule))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> station(int hour) {
        Result result = Measurement.AIR_STATION_1H
                .at(ShanghaiTime.at(MORNING.plusHours(hour).toString()))
                .tag("city_code", "510100")
                .tag("station_id", "1431A")
                .integer("aqi", AQI.get(hour))
                .build(0);
        return new ProducerRecord<>(RESULTS, ResultCodec.key(result), ResultCodec.encode(result, ShanghaiTime.ZONE));
    }

    /** A card at Tianfu Square, two minutes later at Ziyang's northern station; then another one, as time goes by. */
    private static ProducerRecord<byte[], byte[]> tap(int step) {
        String stop = step == 1 ? "65107327" : "65100126";
        LocalDateTime time = step < 2 ? MORNING.plusMinutes(2L * step) : MORNING.plusHours(step);
        String card = step < 2 ? "00112233445566778899aabbccddeeff" : "ffeeddccbbaa99887766554433221100";
        String tap = """
                {"schema_version":"tap/1","transaction_id":"tx-%d","service_date":"2026-03-05",\
                "event_timestamp":"%s:00+08:00","city_code":"%s","agency_id":"metro","fare_action":"Enter",\
                "route_type":1,"stop_id":"%s","device_id":"gate","amount":0,"currency_type":"CNY",\
                "fare_capped":false,"token_id":"hk1:%s","source":"afc"}""".formatted(step, time, step == 1 ? "512000" : "510100", stop, card);
        return new ProducerRecord<>(TAPS, tap.getBytes(StandardCharsets.UTF_8));
    }
}
