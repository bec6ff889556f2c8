package org.tongcheng.plumbing.kafka;

import java.util.Map;
import org.tongcheng.wire.ReferenceCodec;

/**
 * A topic as it is to be made.
 *
 * @param name without the prefix
 * @param settings the topic's own, such as {@code cleanup.policy}; the brokers' for what is not there
 */
public record TopicPlan(String name, int partitions, Map<String, String> settings) {

    /** More than the record: its key, its frame, what compression may add. */
    private static final int FRAME_BYTES = 64 * 1024;

    /** The largest record of {@link #reference()}. */
    public static final int REFERENCE_BYTES = ReferenceCodec.MAX_PAYLOAD_BYTES + FRAME_BYTES;

    public TopicPlan {
        settings = Map.copyOf(settings);
    }

    /** As the brokers like it. */
    public static TopicPlan of(String name, int partitions) {
        return new TopicPlan(name, partitions, Map.of());
    }

    /** The topic of published regions: the last one of each stays for ever. */
    public static TopicPlan reference() {
        return new TopicPlan(
                KafkaReferenceSource.TOPIC,
                1,
                Map.of("cleanup.policy", "compact", "max.message.bytes", Integer.toString(REFERENCE_BYTES)));
    }
}
