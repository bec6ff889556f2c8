package org.tongcheng.local.replay;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointingMode;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.demo.LiveJobs;
import org.tongcheng.local.run.RunEnds;
import org.tongcheng.plumbing.influx.InfluxDatabase;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.plumbing.kafka.KafkaRunOutputs;
import org.tongcheng.plumbing.kafka.TopicPlan;

/** Topics and a bucket of a run's own, which go with it unless they are to be kept. */
final class RunOutputs implements AutoCloseable {

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);
    private static final int PARTITIONS = 2;

    private static final List<TopicPlan> TOPICS = LiveJobs.OUTPUTS.stream()
            .map(topic -> TopicPlan.of(topic, PARTITIONS))
            .toList();

    /** With the run's prefix; null where it has no topics. */
    private final @Nullable KafkaSettings kafka;

    /** Of the run; null where it has none. */
    private final @Nullable InfluxSettings bucket;

    private boolean topicsMade;
    private boolean bucketMade;
    private boolean kept;

    /**
     * @param topics whether there are to be topics
     * @param influx where there is to be a bucket; null for nowhere
     */
    RunOutputs(String runId, KafkaSettings kafka, boolean topics, @Nullable InfluxSettings influx) {
        String name = Replay.PREFIX + runId;
        this.kafka = topics ? kafka.withTopicPrefix(kafka.topicPrefix() + name + ".") : null;
        this.bucket = influx == null ? null : influx.withBucket(name);
    }

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException when they are there already
     */
    List<RunEnds> open(ZoneId zone) {
        List<RunEnds> ends = new ArrayList<>();
        if (kafka != null) {
            topicsMade = KafkaReachability.createNewTopics(kafka, TOPICS);
            if (!topicsMade) {
                throw new IllegalArgumentException("Kafka at " + kafka.bootstrapServers() + " has topics "
                        + kafka.topicPrefix() + "* already: name another run with --into, or delete them");
            }
            ends.add(new TopicEnds(new KafkaRunOutputs(kafka, zone)));
        }
        if (bucket != null) {
            bucketMade = InfluxDatabase.create(bucket);
            if (!bucketMade) {
                throw new IllegalArgumentException("InfluxDB at " + bucket.url() + " has a bucket " + bucket.bucket()
                        + " already: name another run with --into, or delete it");
            }
            ends.add(new BucketEnds(bucket));
        }
        return ends;
    }

    /** The run is complete. */
    void keep() {
        kept = true;
    }

    /** Deletes what was made, and nothing that was there before, unless it is kept. */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        if (kafka != null && topicsMade) {
            KafkaReachability.deleteTopics(
                    kafka, TOPICS.stream().map(TopicPlan::name).toList());
        }
        if (bucket != null && bucketMade) {
            InfluxDatabase.delete(bucket);
        }
    }

    /** What the job needs for them: records appear in topics once they are committed. */
    Configuration committing() {
        Configuration settings = new Configuration();
        if (kafka == null) {
            return settings;
        }
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, BETWEEN_COMMITS);
        return settings;
    }
}
