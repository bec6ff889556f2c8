package org.tongcheng.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;
import org.tongcheng.wire.ResultCodec;

/** The job as it is started, on a real broker, over what the topics hold at the start. */
final class RegionJobIT {

    @Test
    void putsTheResultsOfTheOtherJobsSideBySide(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            for (String topic : List.of("transit.results", "air.results", "water.results", "region.results")) {
                broker.createTopic(topic, 2);
            }
            TestTopics.send(
                    broker.bootstrapServers(),
                    List.of(
                            record("air.results", Inputs.air("510100", "2026-03-05T09:00", 120, 0)),
                            record("air.results", Inputs.air("510100", "2026-03-05T09:00", 130, 1)),
                            record("transit.results", Inputs.transit("510100", "2026-03-05T08:00", 50, 0)),
                            record("water.results", Inputs.water("510100", "2026-03-05T08:00", 3, 1, 0))));

            RegionJob.main(
                    new String[] {"--bootstrap-servers", broker.bootstrapServers(), "--bounded", "--parallelism", "2"});

            List<String> rows = TestTopics.readText(broker.bootstrapServers(), "region.results");
            assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
            assertThat(rows).anySatisfy(row -> assertThat(row)
                    .contains(
                            "\"time\":\"2026-03-05T08:00:00+08:00\"",
                            "\"aqi_max\":130",
                            "\"total_entries\":50",
                            "\"sections_classified\":4",
                            "\"good_share\":0.75"));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Result result) {
        return new ProducerRecord<>(topic, ResultCodec.key(result), ResultCodec.encode(result, ShanghaiTime.ZONE));
    }
}
