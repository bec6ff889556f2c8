package org.tongcheng.local.day;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.tongcheng.delivery.operator.DeliveryReceipt;
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
import org.tongcheng.local.server.ShippedAlertmanager;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.AlertCodec;

/**
 * The demo's day, gone through the real jobs into a real broker, InfluxDB and Alertmanager, which stay up to be asked; the
 * jobs have ended. It takes a minute: tests do not start it but ask {@link SharedDay} for it, and only read what it left.
 */
public final class LiveDemoDay implements AutoCloseable {

    private static final DemoPlan PLAN = new DemoPlan(24, 3600, 200_000, 1, false);
    private static final Duration AT_MOST = Duration.ofMinutes(6);

    private final Cleanup servers;
    private final Path folder;
    private final ShippedAlertmanager alertmanager;
    private final LocalInflux influx;
    private final LocalKafka kafka;
    private final LiveDay day;
    private final List<DeliveryReceipt> receipts;

    private LiveDemoDay(Cleanup servers) throws Exception {
        this.servers = servers;
        TempFolders folders = servers.own(TempFolders.inSystemFolder());
        folder = folders.root();
        alertmanager = servers.own(new ShippedAlertmanager(folders.folder("alertmanager")));
        influx = servers.own(LocalInflux.start(System.getenv(), folders.folder("influxdb"), said -> {}));
        kafka = servers.own(LocalKafka.start(folder.resolve("kafka")));
        kafka.createTopics(LiveJobs.topics());
        try (Cleanup running = new Cleanup()) {
            FlinkMetrics metrics = FlinkMetrics.to(influx.url(), Map.of());
            LocalFlink flink = running.own(LocalFlink.start(folder.resolve("flink"), LiveJobs.SLOTS, metrics));
            LiveJobs jobs = LiveJobs.submit(flink, arguments(), alertmanager.url(), null);
            day = new LiveDay(running, generator(), PLAN.speed(), jobs, kafka.bootstrapServers());
            await("the jobs have not kept up with the feeds", () -> day.state().finished());
            Instant finished = Instant.now();
            // Once the jobs have ended their metrics are gone.
            await("the cluster has reported no metrics", () -> lastReport().isAfter(finished));
            day.settle(folder.resolve("savepoints"));
            receipts = Objects.requireNonNull(day.receipts(), "there is an Alertmanager");
        }
    }

    /** Returns when the day is over. */
    static LiveDemoDay live() throws Exception {
        Cleanup servers = new Cleanup();
        try {
            return new LiveDemoDay(servers);
        } catch (Throwable e) {
            servers.close();
            throw e;
        }
    }

    /** Of the day's records, the same at each call. */
    public static FeedsGenerator generator() {
        return new FeedsGenerator(RegionDirectory.shipped("chengdu"), PLAN.feeds());
    }

    private JobArguments arguments() {
        return JobArguments.of(kafka.bootstrapServers(), influx.url().toString(), Map.of());
    }

    private static void await(String otherwise, Callable<Boolean> come) throws Exception {
        if (!Waiting.until(AT_MOST, come)) {
            throw new AssertionError(otherwise + " within " + AT_MOST);
        }
    }

    private Instant lastReport() throws InterruptedException {
        List<Map<String, String>> last = new InfluxQuery(influx.url(), Map.of())
                .rows(LocalInflux.DATABASE, "SELECT last(value) FROM jobmanager_job_numRestarts");
        return last.isEmpty()
                ? Instant.EPOCH
                : Instant.ofEpochMilli(Long.parseLong(last.get(0).get("time")) / 1_000_000);
    }

    public LocalKafka kafka() {
        return kafka;
    }

    /** Address of InfluxDB. */
    public URI influx() {
        return influx.url();
    }

    public ShippedAlertmanager alertmanager() {
        return alertmanager;
    }

    /** Gone when the day is closed; each test that writes takes a folder of its own in it. */
    public Path folder() {
        return folder;
    }

    /** What became of a feed's records: all are accounted for. */
    public LedgerCount ledger(Feed feed) {
        return day.account(feed);
    }

    /** What Alertmanager has taken. */
    public List<DeliveryReceipt> receipts() {
        return receipts;
    }

    /** Every transition of an alert. */
    public List<AlertTransition> alerts() {
        return records("alerts").stream()
                .map(record -> Objects.requireNonNull(AlertCodec.decode(record).value(), "an alert that is none"))
                .toList();
    }

    /** What a topic holds. */
    public List<byte[]> records(String topic) {
        return CommittedRecords.of(kafka, topic).stream()
                .map(record -> record.value())
                .toList();
    }

    @Override
    public void close() {
        servers.close();
    }
}
