package org.tongcheng.local.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.air.AirConfig;
import org.tongcheng.air.AirJob;
import org.tongcheng.alerts.AlertsJob;
import org.tongcheng.archive.ArchiveConfig;
import org.tongcheng.archive.ArchiveJob;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;
import org.tongcheng.plumbing.kafka.KafkaOutputs;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.region.RegionConfig;
import org.tongcheng.region.RegionJob;
import org.tongcheng.transit.TransitConfig;
import org.tongcheng.transit.TransitJob;
import org.tongcheng.water.WaterConfig;
import org.tongcheng.water.WaterJob;

/** The real jobs on a local cluster: six, one less where there is no Alertmanager, one more where feeds are archived. */
public final class LiveJobs {

    /** Slots that they take together. */
    public static final int SLOTS = 14;

    /** Consumer groups of the jobs that read the feeds. */
    public static final List<String> FEED_GROUPS = List.of("tongcheng-transit", "tongcheng-air", "tongcheng-water");

    /** Topics that the jobs write. */
    public static final List<String> OUTPUTS = Stream.of(
                    AlertsJob.RESULTS,
                    List.of(
                            KafkaAlertOutputs.ALERTS,
                            KafkaAlertOutputs.POINTS,
                            KafkaOutputs.DEAD_LETTERS,
                            KafkaOutputs.LATE))
            .flatMap(List::stream)
            .toList();

    private static final List<String> FEEDS =
            Stream.of(Feed.values()).map(Feed::topic).toList();

    private static final List<String> ALERT_INPUTS = Stream.of(AlertsJob.RESULTS, List.of(Feed.TRANSIT_TAPS.topic()))
            .flatMap(List::stream)
            .toList();

    private static final int PARTITIONS = 2;

    private final List<RunningJob> feedJobs;
    private final List<Follower> followers;
    private final @Nullable RunningJob delivery;

    private LiveJobs(List<RunningJob> feedJobs, List<Follower> followers, @Nullable RunningJob delivery) {
        this.feedJobs = List.copyOf(feedJobs);
        this.followers = List.copyOf(followers);
        this.delivery = delivery;
    }

    /**
     * A job that reads what others write.
     *
     * @param group its consumer group
     * @param inputs topics that it reads
     */
    public record Follower(String group, List<String> inputs, RunningJob job) {}

    /**
     * Submits all of them.
     *
     * @param alertmanager address; null where there is none
     * @param archive root of an archive of the feeds; null for none
     * @throws org.tongcheng.plumbing.job.SettingsException when Kafka or InfluxDB is not as the jobs need it
     */
    public static LiveJobs submit(
            LocalFlink flink, JobArguments arguments, @Nullable URI alertmanager, @Nullable String archive)
            throws InterruptedException {
        LiveEnds.check(
                arguments.read(TransitConfig::from).job(),
                topics().stream().map(TopicPlan::name).toList());
        Submission submission = new Submission(flink, arguments);
        List<RunningJob> feedJobs = List.of(
                submission.of(TransitConfig::from, TransitConfig::job, TransitJob::wire),
                submission.of(AirConfig::from, AirConfig::job, AirJob::wire),
                submission.of(WaterConfig::from, WaterConfig::job, WaterJob::wire));
        List<Follower> followers = new ArrayList<>();
        if (archive != null) {
            Submission archiving = new Submission(flink, arguments.archiving(archive));
            RunningJob job = archiving.of(ArchiveConfig::from, ArchiveConfig::job, ArchiveJob::wire);
            followers.add(new Follower("tongcheng-archive", FEEDS, job));
        }
        RunningJob region = submission.of(RegionConfig::from, RegionConfig::job, RegionJob::wire);
        followers.add(new Follower("tongcheng-region", RegionJob.INPUTS, region));
        followers.add(new Follower("tongcheng-alerts", ALERT_INPUTS, submission.alerts()));
        if (alertmanager == null) {
            return new LiveJobs(feedJobs, followers, null);
        }
        RunningJob delivery = new Submission(flink, arguments.delivering(alertmanager)).delivery();
        followers.add(new Follower("tongcheng-delivery", List.of(KafkaAlertOutputs.ALERTS), delivery));
        return new LiveJobs(feedJobs, followers, delivery);
    }

    /** Every topic, as small as a demo needs it. */
    public static List<TopicPlan> topics() {
        return topics(PARTITIONS);
    }

    /** @param partitions of each topic but that of published regions, which has one */
    public static List<TopicPlan> topics(int partitions) {
        Set<String> names = new TreeSet<>(OUTPUTS);
        for (Feed feed : Feed.values()) {
            names.add(feed.topic());
        }
        names.addAll(LiveEnds.alertTopics());
        TopicPlan reference = TopicPlan.reference();
        return names.stream()
                .map(name -> name.equals(reference.name()) ? reference : TopicPlan.of(name, partitions))
                .toList();
    }

    /** @throws org.tongcheng.local.server.LocalFailure when a job has ended, with its reason */
    public void requireRunning() throws InterruptedException {
        for (RunningJob job : feedJobs) {
            requireRunning(job);
        }
        for (Follower follower : followers) {
            requireRunning(follower.job());
        }
    }

    /** Ends the jobs that read the feeds as if the feeds had ended. */
    public void drainFeeds(Path savepoints) throws Exception {
        for (RunningJob job : feedJobs) {
            job.drain(savepoints);
        }
    }

    /** Those that read what others write, each behind the ones it reads from. */
    public List<Follower> followers() {
        return followers;
    }

    /** What Alertmanager has taken by the end of the delivery job; null where there is none. */
    public @Nullable List<DeliveryReceipt> receipts() throws Exception {
        return delivery == null ? null : Receipts.of(delivery);
    }

    /** One that was drained is not asked. */
    private static void requireRunning(RunningJob job) throws InterruptedException {
        if (job.status().isGloballyTerminalState()) {
            job.await();
        }
    }
}
