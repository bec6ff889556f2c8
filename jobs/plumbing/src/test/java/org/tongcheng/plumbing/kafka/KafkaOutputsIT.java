package org.tongcheng.plumbing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.kafka.KafkaBed.point;
import static org.tongcheng.plumbing.kafka.KafkaBed.stream;
import static org.tongcheng.plumbing.kafka.KafkaBed.text;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.job.JobOutput;

class KafkaOutputsIT {

    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    @Test
    void writesEachStreamToItsTopicUnderItsKey() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder)) {
            StreamExecutionEnvironment environment = kafka.environment();
            DeadLetter deadLetter = new DeadLetter(
                    "air.observations", RejectionReason.MALFORMED_JSON, null, null, "x", "utf8", "air", 1, 2, 3);
            LateRecord late = new LateRecord("air.observations", 1, 2, "x", "utf8", "air", 1, 2, 3);
            JobOutput output = new JobOutput(
                    stream(environment, Result.class, List.of(point(3_600_000, 0))),
                    stream(environment, DeadLetter.class, List.of(deadLetter)),
                    stream(environment, LateRecord.class, List.of(late)));
            KafkaOutputs.write(output, "air.results", kafka.settings, KafkaBed.ZONE);
            environment.execute();

            assertThat(kafka.read("air.results")).satisfiesExactly(record -> {
                assertThat(text(record.key())).isEqualTo("transit_unmatched_1h,city_code=510100");
                assertThat(text(record.value())).contains("\"revision\":0", "1970-01-01T09:00:00+08:00");
            });
            assertThat(kafka.read("deadletters")).satisfiesExactly(record -> {
                assertThat(text(record.key())).isEqualTo("air.observations");
                assertThat(text(record.value())).contains("malformed_json", "\"offset\":2");
            });
            assertThat(kafka.read("late")).satisfiesExactly(record -> {
                assertThat(text(record.key())).isEqualTo("air-1");
                assertThat(text(record.value())).contains("oldest_accepted", "\"offset\":2");
            });
        }
    }

    @Test
    @Timeout(180)
    void writesEveryResultOnceAndCommitsItsOffsetsThoughATaskFails() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder)) {
            StreamExecutionEnvironment environment = kafka.environment();
            DataStream<Result> results = kafka.feed(environment)
                    .map(arrival -> {
                        if (arrival.offset() == 5 && FAILED.compareAndSet(false, true)) {
                            throw new IllegalStateException("fails once, after its first results are out");
                        }
                        return point(Long.parseLong(text(arrival.payload())) * 3_600_000, 0);
                    })
                    .returns(Result.class)
                    .uid("failing-once");
            KafkaOutputs.writeResults(results, "air.results", kafka.settings, KafkaBed.ZONE);
            kafka.send("air.observations", 0, "0", "1", "2");
            JobClient job = environment.executeAsync();
            kafka.readUntil("air.results", 3);
            kafka.send("air.observations", 0, "3", "4", "5", "6", "7");
            kafka.send("air.observations", 1, "8", "9");

            List<ConsumerRecord<byte[], byte[]>> written = kafka.readUntil("air.results", 10);
            kafka.awaitCommitted(10);
            job.cancel().get();

            assertThat(FAILED).isTrue();
            assertThat(written)
                    .extracting(record -> text(record.value()))
                    .hasSize(10)
                    .doesNotHaveDuplicates();
        }
    }
}
