package org.tongcheng.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.ResultCodec;

/** The job as it is started, on a real broker, under the rules of Chengdu. */
final class AlertsJobIT {

    private static final String STATION = "1431A";

    @Test
    void raisesAndEndsAnAlertAndCountsIt(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            List<String> topics = new ArrayList<>(AlertsJob.RESULTS);
            topics.addAll(List.of("transit.taps", "reference", "alert.actions"));
            topics.addAll(List.of("alerts", "alert.results", "deadletters"));
            topics.forEach(topic -> broker.createTopic(topic, 2));
            List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
            int[] hours = {100, 160, 170, 210, 100, 100, 100};
            for (int hour = 0; hour < hours.length; hour++) {
                sent.add(record(SmallCity.station(STATION, "2026-03-05T0" + hour + ":00", hours[hour], 0)));
            }
            sent.add(new ProducerRecord<>("alert.actions", "{}".getBytes(StandardCharsets.UTF_8)));
            TestTopics.send(broker.bootstrapServers(), sent);

            AlertsJob.main(
                    new String[] {"--bootstrap-servers", broker.bootstrapServers(), "--bounded", "--parallelism", "2"});

            List<AlertTransition> alerts = TestTopics.read(broker.bootstrapServers(), "alerts").stream()
                    .map(told -> AlertCodec.decode(told.value()).value())
                    .filter(alert -> alert != null && alert.ruleId().equals("air-station-aqi"))
                    .toList();
            assertThat(alerts)
                    .extracting(AlertTransition::state)
                    .containsExactly(AlertState.FIRING, AlertState.FIRING, AlertState.RECOVERING, AlertState.RESOLVED);
            assertThat(alerts).extracting(AlertTransition::sequence).containsExactly(0, 1, 2, 3);
            assertThat(alerts).allSatisfy(alert -> {
                assertThat(alert.entity().id()).isEqualTo(STATION);
                assertThat(alert.onset()).isEqualTo(ShanghaiTime.at("2026-03-05T01:00"));
            });
            assertThat(TestTopics.readText(broker.bootstrapServers(), "alert.results"))
                    .anyMatch(point -> point.contains("\"measurement\":\"alert\""))
                    .anyMatch(point -> point.contains("\"measurement\":\"alert_active_1m\""))
                    .anyMatch(point -> point.contains("\"measurement\":\"alert_summary_1d\""));
            assertThat(TestTopics.readText(broker.bootstrapServers(), "deadletters"))
                    .singleElement()
                    .asString()
                    .contains("\"feed\":\"alert.actions\"", "\"reason\":\"missing_field\"");
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Result result) {
        return new ProducerRecord<>(
                "air.results", ResultCodec.key(result), ResultCodec.encode(result, ShanghaiTime.ZONE));
    }
}
