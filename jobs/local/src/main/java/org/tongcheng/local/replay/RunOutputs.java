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

/** Topics and a bucket of a run's own. */
record RunOutputs(
        String runId,
        KafkaSettings kafka,
        boolean topics,
        @Nullable InfluxSettings influx) {

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);
    private static final int PARTITIONS = 2;

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException when they are there already
     */
    List<RunEnds> open(ZoneId zone) {
        List<RunEnds> ends = new ArrayList<>();
        KafkaSettings own = kafka.withTopicPrefix(kafka.topicPrefix() + Replay.PREFIX + runId + ".");
        if (topics) {
            List<TopicPlan> plans = LiveJobs.OUTPUTS.stream()
                    .map(topic -> TopicPlan.of(topic, PARTITIONS))
                    .toList();
            if (!KafkaReachability.createNewTopics(own, plans)) {
                throw new IllegalArgumentException("Kafka at " + kafka.bootstrapServers() + " has topics "
                        + own.topicPrefix() + "* already: name another run with --into, or delete them");
            }
            ends.add(new TopicEnds(new KafkaRunOutputs(own, zone)));
        }
        if (influx != null) {
            InfluxSettings bucket = influx.withBucket(Replay.PREFIX + runId);
            if (!InfluxDatabase.create(bucket)) {
                throw new IllegalArgumentException("InfluxDB at " + influx.url() + " has a bucket " + bucket.bucket()
                        + " already: name another run with --into, or delete it");
            }
            ends.add(new BucketEnds(bucket));
        }
        return ends;
    }

    /** What the job needs for them: records appear in topics once they are committed. */
    Configuration committing() {
        Configuration settings = new Configuration();
        if (!topics) {
            return settings;
        }
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, BETWEEN_COMMITS);
        return settings;
    }
}
