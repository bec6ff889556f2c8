package org.tongcheng.local.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.local.demo.JobArguments;
import org.tongcheng.local.demo.LiveJobs;
import org.tongcheng.local.demo.Receipts;
import org.tongcheng.local.demo.ResultWatch;
import org.tongcheng.local.demo.Submission;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.LocalAlertmanager;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.reference.WaterSection;
import org.tongcheng.transit.TransitConfig;
import org.tongcheng.transit.TransitJob;
import org.tongcheng.water.WaterConfig;
import org.tongcheng.water.WaterJob;

/**
 * How long an alert takes: from the record that raises it, handed to Kafka, to Alertmanager having taken it, while taps come
 * in. The jobs are the real ones: transit, water, alerts and delivery.
 *
 * <p>Two commits lie in between, that of the water job and that of the alerts job: what is written exactly once can be read
 * once its checkpoint is complete. So their interval decides, and, of the alerts job, how long a checkpoint takes: it holds
 * a place for every card of the last hour, and logs what changes, since to write them all each time takes longer.
 */
public final class AlertsBench {

    private static final int TAPS_PER_SECOND = 10_000;
    private static final long TAPS_PER_DAY = 4_000_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final int MORNING = 6;
    private static final long SEED = 1;
    private static final int WARM_UP = 60;
    private static final int MEASURED = 240;
    private static final Duration BETWEEN = Duration.ofMillis(150);
    private static final Duration GETTING_UP = Duration.ofSeconds(20);
    private static final Duration DELIVERING = Duration.ofSeconds(3);
    private static final Duration CATCHING_UP = Duration.ofMinutes(3);

    private final PrintWriter out;
    private final Map<String, String> environment;
    private final Region region = RegionDirectory.shipped("chengdu");

    public AlertsBench(PrintWriter out, Map<String, String> environment) {
        this.out = out;
        this.environment = Map.copyOf(environment);
    }

    /** @param interval of the checkpoints of all jobs that an alert passes, such as {@code 200ms} */
    public void run(String interval) throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            TempFolders folders = cleanup.own(TempFolders.inSystemFolder());
            LocalAlertmanager alertmanager = cleanup.own(
                    LocalAlertmanager.startTellingNobody(environment, folders.folder("alertmanager"), this::say));
            LocalKafka kafka = cleanup.own(LocalKafka.start(folders.folder("kafka")));
            kafka.createTopics(LiveJobs.topics());
            LocalFlink flink = cleanup.own(LocalFlink.start(folders.folder("flink"), LiveJobs.SLOTS));
            JobArguments common = JobArguments.withoutInflux(kafka.bootstrapServers(), environment);
            new Submission(flink, common.with("--checkpoint-interval", "10s"))
                    .of(TransitConfig::from, TransitConfig::job, TransitJob::wire);
            JobArguments quick = common.with("--checkpoint-interval", interval);
            Submission submission = new Submission(flink, quick);
            submission.of(WaterConfig::from, WaterConfig::job, WaterJob::wire);
            submission.alerts();
            RunningJob delivery = new Submission(flink, quick.delivering(alertmanager.url())).delivery();

            FeedsPlan plan = FeedsPlan.of(SEED, DAY).during(MORNING, 18).withTapsPerDay(TAPS_PER_DAY);
            PacedTaps taps = cleanup.own(
                    new PacedTaps(kafka.bootstrapServers(), new FeedsGenerator(region, plan).taps(), TAPS_PER_SECOND));
            say(String.format(Locale.ROOT, "%,d taps/s come in, checkpoints every %s", TAPS_PER_SECOND, interval));
            taps.start();
            Waiting.pause(GETTING_UP);
            List<String> sections = region.waterSections(DAY).stream()
                    .map(WaterSection::sectionId)
                    .toList();
            Triggers triggers = new Triggers(sections, region.zone());
            triggers.send(kafka.bootstrapServers(), WARM_UP + MEASURED, BETWEEN);
            long sent = taps.sent();
            List<AlertTransition> alerts = raised(kafka, triggers);
            taps.close();
            Waiting.pause(DELIVERING);
            delivery.drain(folders.folder("savepoints"));
            report(delays(alerts, Receipts.of(delivery), triggers), alerts.size(), sent);
        }
    }

    /** Waits until all have been raised and their records can be read. */
    private static List<AlertTransition> raised(LocalKafka kafka, Triggers triggers) throws Exception {
        try (ResultWatch watch = new ResultWatch(kafka.bootstrapServers(), List.of(KafkaAlertOutputs.ALERTS))) {
            boolean all = Waiting.until(CATCHING_UP, () -> {
                watch.catchUp();
                return triggers.raisedBy(watch.transitions()).size() >= triggers.raising();
            });
            List<AlertTransition> raised = triggers.raisedBy(watch.transitions());
            if (!all) {
                throw new LocalFailure("of " + triggers.raising() + " alerts only " + raised.size() + " were raised");
            }
            return raised;
        }
    }

    /** Milliseconds from each record to its receipt, in order of sending, without the first ones. */
    private static List<Long> delays(List<AlertTransition> raised, List<DeliveryReceipt> receipts, Triggers triggers) {
        Map<String, Long> accepted = new HashMap<>();
        receipts.forEach(receipt -> accepted.put(receipt.alertId() + receipt.sequence(), receipt.acceptedAt()));
        return raised.stream()
                .sorted(Comparator.comparingLong(triggers::sentAt))
                .skip(WARM_UP)
                .filter(alert -> accepted.containsKey(alert.alertId() + alert.sequence()))
                .map(alert -> accepted.getOrDefault(alert.alertId() + alert.sequence(), 0L) - triggers.sentAt(alert))
                .sorted()
                .toList();
    }

    private void report(List<Long> delays, int raised, long taps) {
        if (delays.size() < raised - WARM_UP) {
            throw new LocalFailure("of " + (raised - WARM_UP) + " alerts Alertmanager took only " + delays.size());
        }
        say(String.format(
                Locale.ROOT,
                "%,d alerts while %,d taps came in: median %,d ms, 99th percentile %,d ms, longest %,d ms",
                delays.size(),
                taps,
                delays.get(delays.size() / 2),
                delays.get((int) Math.ceil(delays.size() * 0.99) - 1),
                delays.get(delays.size() - 1)));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
