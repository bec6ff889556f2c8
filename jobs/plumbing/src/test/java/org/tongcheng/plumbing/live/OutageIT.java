package org.tongcheng.plumbing.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.kafka.KafkaBed.point;
import static org.tongcheng.plumbing.kafka.KafkaBed.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.influx.FakeInflux;
import org.tongcheng.plumbing.kafka.KafkaBed;
import org.tongcheng.testkit.FakeServer;

/** InfluxDB stays away for longer than a Kafka transaction may live. */
class OutageIT {

    private static final long HOUR = 3_600_000;
    private static final Duration OUTAGE = Duration.ofSeconds(20);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    /** The store asks to be left alone for longer than a broker needs to notice that a transaction is too old. */
    private static final String ASKED_SECONDS = "25";

    private static final int POINTS = 10;

    private final AtomicLong firstAsked = new AtomicLong();
    private final CountDownLatch refused = new CountDownLatch(1);
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch complete = new CountDownLatch(POINTS);

    @Test
    @Timeout(180)
    void losesNoResultInKafkaAndNoneInTheStore() throws Exception {
        IntStream.range(0, POINTS).forEach(hour -> missing.add(" " + hour * HOUR));
        try (FakeInflux store = FakeInflux.two().always(this::answer).retryAfter(ASKED_SECONDS);
                KafkaBed kafka = new KafkaBed(
                        folder,
                        "--influx-url=" + store.settings().url(),
                        "--checkpoint-timeout=2s",
                        "--checkpoint-interval=3s",
                        "--transaction-timeout=10s")) {
            StreamExecutionEnvironment environment = kafka.environment();
            DataStream<Result> results = kafka.feed(environment)
                    .map(arrival -> point(Long.parseLong(text(arrival.payload())) * HOUR, 0))
                    .returns(Result.class)
                    .uid("points");
            LiveEnds.writeResults(results, "air.results", kafka.settings, KafkaBed.ZONE);
            kafka.send("air.observations", 0, "0", "1", "2");
            kafka.send("air.observations", 1, "3", "4");
            JobClient job = environment.executeAsync();
            refused.await();
            kafka.send("air.observations", 0, "5", "6");
            kafka.send("air.observations", 1, "7", "8", "9");

            complete.await();
            assertThat(kafka.readUntil("air.results", POINTS))
                    .extracting(record -> text(record.value()))
                    .hasSize(POINTS)
                    .doesNotHaveDuplicates();
            job.cancel().get();
        }
    }

    private int answer(FakeServer.Asked asked) {
        firstAsked.compareAndSet(0, asked.nanos());
        if (asked.nanos() - firstAsked.get() < OUTAGE.toNanos()) {
            refused.countDown();
            return 503;
        }
        for (String line : asked.body().lines().toList()) {
            if (missing.remove(line.substring(line.lastIndexOf(' ')))) {
                complete.countDown();
            }
        }
        return 204;
    }
}
