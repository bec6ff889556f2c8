package org.tongcheng.local.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.air.AirConfig;
import org.tongcheng.air.AirJob;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.region.RegionConfig;
import org.tongcheng.region.RegionJob;
import org.tongcheng.transit.TransitConfig;
import org.tongcheng.transit.TransitJob;
import org.tongcheng.water.WaterConfig;
import org.tongcheng.water.WaterJob;

/** The four real jobs on a local cluster. */
public final class LiveJobs {

    /** Slots that they take together. */
    public static final int SLOTS = 8;

    /** Consumer groups of the jobs that read the feeds. */
    public static final List<String> FEED_GROUPS = List.of("tongcheng-transit", "tongcheng-air", "tongcheng-water");

    /** Consumer group of the job that reads their results. */
    public static final String REGION_GROUP = "tongcheng-region";

    /** Topics that it reads. */
    public static final List<String> REGION_INPUTS = RegionJob.INPUTS;

    /** Topics that the jobs write. */
    public static final List<String> OUTPUTS =
            List.of("transit.results", "air.results", "water.results", "region.results", "deadletters", "late");

    private static final int PARTITIONS = 2;

    private final List<RunningJob> feedJobs;
    private final RunningJob regionJob;

    private LiveJobs(List<RunningJob> feedJobs, RunningJob regionJob) {
        this.feedJobs = List.copyOf(feedJobs);
        this.regionJob = regionJob;
    }

    /**
     * Submits all four.
     *
     * @throws org.tongcheng.plumbing.job.SettingsException when Kafka or InfluxDB is not as the jobs need it
     */
    public static LiveJobs submit(LocalFlink flink, JobArguments arguments) throws InterruptedException {
        LiveEnds.check(
                arguments.read(TransitConfig::from).job(),
                topics().stream().map(TopicPlan::name).toList());
        Submission submission = new Submission(flink, arguments);
        return new LiveJobs(
                List.of(
                        submission.of(TransitConfig::from, TransitConfig::job, TransitJob::wire),
                        submission.of(AirConfig::from, AirConfig::job, AirJob::wire),
                        submission.of(WaterConfig::from, WaterConfig::job, WaterJob::wire)),
                submission.of(RegionConfig::from, RegionConfig::job, RegionJob::wire));
    }

    /** Every topic, those of alerts too. */
    public static List<TopicPlan> topics() {
        Set<String> names = new TreeSet<>(OUTPUTS);
        for (Feed feed : Feed.values()) {
            names.add(feed.topic());
        }
        names.addAll(LiveEnds.alertTopics());
        TopicPlan reference = TopicPlan.reference();
        return names.stream()
                .map(name -> name.equals(reference.name()) ? reference : TopicPlan.of(name, PARTITIONS))
                .toList();
    }

    /** @throws org.tongcheng.local.server.LocalFailure when a job has ended, with its reason */
    public void requireRunning() throws InterruptedException {
        for (RunningJob job : feedJobs) {
            requireRunning(job);
        }
        requireRunning(regionJob);
    }

    /** Ends the jobs that read the feeds as if the feeds had ended. */
    public void drainFeeds(Path savepoints) throws Exception {
        for (RunningJob job : feedJobs) {
            job.drain(savepoints);
        }
    }

    /** Ends the region job, once it has read all results. */
    public void drainRegion(Path savepoints) throws Exception {
        regionJob.drain(savepoints);
    }

    private static void requireRunning(RunningJob job) throws InterruptedException {
        JobStatus status = job.status();
        if (status.isGloballyTerminalState()) {
            job.await();
        }
    }

    /** Wires a job of each kind. */
    private record Submission(LocalFlink flink, JobArguments arguments) {

        <C> RunningJob of(
                Function<Settings, C> read,
                Function<C, JobSettings> job,
                BiConsumer<StreamExecutionEnvironment, C> wire)
                throws InterruptedException {
            C config = arguments.read(read);
            JobSettings settings = job.apply(config);
            StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(1), settings);
            // A demo that cannot go on says why, instead of trying for ever.
            Configuration givesUp = new Configuration();
            givesUp.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            environment.configure(givesUp);
            wire.accept(environment, config);
            return flink.submit(environment, settings.job());
        }
    }
}
