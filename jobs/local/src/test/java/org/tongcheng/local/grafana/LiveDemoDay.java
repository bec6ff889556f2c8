package org.tongcheng.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.demo.DemoPlan;
import org.tongcheng.local.demo.JobArguments;
import org.tongcheng.local.demo.LiveDay;
import org.tongcheng.local.demo.LiveJobs;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.CommittedRecords;
import org.tongcheng.local.server.FlinkMetrics;
import org.tongcheng.local.server.InfluxQuery;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalInflux;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.AlertCodec;

/** The demo's day, gone through the real jobs into a real broker and a real InfluxDB, which stay up to be asked. */
final class LiveDemoDay implements AutoCloseable {

    private static final DemoPlan PLAN = new DemoPlan(24, 3600, 200_000, 1, false);
    private static final Duration AT_MOST = Duration.ofMinutes(6);

    private final Cleanup cleanup = new Cleanup();
    private final LocalInflux influx;
    private final LocalKafka kafka;
    private final LiveDay day;

    LiveDemoDay(Path folder) throws Exception {
        FeedsGenerator generator = new FeedsGenerator(RegionDirectory.shipped("chengdu"), PLAN.feeds());
        influx = cleanup.own(
                LocalInflux.start(System.getenv(), Files.createDirectories(folder.resolve("influxdb")), said -> {}));
        kafka = cleanup.own(LocalKafka.start(folder.resolve("kafka")));
        kafka.createTopics(LiveJobs.topics());
        FlinkMetrics metrics = FlinkMetrics.to(influx.url(), Map.of());
        LocalFlink flink = cleanup.own(LocalFlink.start(folder.resolve("flink"), LiveJobs.SLOTS, metrics));
        JobArguments arguments =
                JobArguments.of(kafka.bootstrapServers(), influx.url().toString(), Map.of());
        LiveJobs jobs = LiveJobs.submit(flink, arguments, null);
        day = new LiveDay(cleanup, generator, PLAN.speed(), jobs, kafka.bootstrapServers());
        assertThat(Waiting.until(AT_MOST, () -> day.state().finished())).isTrue();
        Instant finished = Instant.now();
        // Once the jobs have ended their metrics are gone.
        assertThat(Waiting.until(AT_MOST, () -> lastReport().isAfter(finished))).isTrue();
        day.settle(folder.resolve("savepoints"));
    }

    private Instant lastReport() throws InterruptedException {
        List<Map<String, String>> last = new InfluxQuery(influx.url(), Map.of())
                .rows(LocalInflux.DATABASE, "SELECT last(value) FROM jobmanager_job_numRestarts");
        return last.isEmpty()
                ? Instant.EPOCH
                : Instant.ofEpochMilli(Long.parseLong(last.get(0).get("time")) / 1_000_000);
    }

    Store store() {
        return new Store(influx.url());
    }

    DayResults results() {
        return DayResults.of(kafka);
    }

    LedgerCount ledger(Feed feed) {
        return day.account(feed);
    }

    List<AlertTransition> alerts() {
        return records("alerts").stream()
                .map(record -> Objects.requireNonNull(AlertCodec.decode(record).value(), "an alert that is none"))
                .toList();
    }

    /** What a topic holds. */
    List<byte[]> records(String topic) {
        return CommittedRecords.of(kafka, topic).stream()
                .map(record -> record.value())
                .toList();
    }

    @Override
    public void close() {
        cleanup.close();
    }
}
