package org.tongcheng.plumbing.kafka;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.NothingHeldBack;
import org.tongcheng.plumbing.job.StartOffsets;
import org.tongcheng.wire.PublishedRegion;

/** Reads what is published about a region, for as long as the job runs. */
public final class KafkaReferenceSource {

    /** Compacted topic of published regions, without the prefix. */
    public static final String TOPIC = "reference";

    private KafkaReferenceSource() {}

    /**
     * All that the topic still holds of the region, the last one last, then each one published. It holds no watermark
     * back. A record that cannot be read is named in the log and changes nothing. What is in the files is not looked at.
     *
     * @return without any file where the region was taken back; one subtask
     */
    public static DataStream<PublishedRegion> stream(
            StreamExecutionEnvironment environment, JobSettings settings, String regionId, String uid) {
        return environment
                .fromSource(
                        Sources.of(
                                settings.kafka(),
                                StartOffsets.EARLIEST,
                                List.of(TOPIC),
                                new ReferenceDeserializer(regionId)),
                        NothingHeldBack.strategy(),
                        uid)
                .setParallelism(1)
                .uid(uid);
    }
}
