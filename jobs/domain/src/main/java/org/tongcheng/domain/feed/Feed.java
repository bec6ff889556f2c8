package org.tongcheng.domain.feed;

import java.time.Duration;

/** The three feeds. A feed's name is its Kafka topic and its file name without the ending. */
public enum Feed {
    TRANSIT_TAPS("transit.taps", Duration.ofDays(2)),
    AIR_OBSERVATIONS("air.observations", Duration.ofDays(35)),
    WATER_OBSERVATIONS("water.observations", Duration.ofDays(35));

    /** How far a record may be dated after its arrival before its clock counts as wrong. */
    public static final Duration FUTURE_LIMIT = Duration.ofHours(2);

    /** Larger payloads are rejected unread. */
    public static final int MAX_PAYLOAD_BYTES = 64 * 1024;

    private final String topic;
    private final Duration lateness;

    Feed(String topic, Duration lateness) {
        this.topic = topic;
        this.lateness = lateness;
    }

    public String topic() {
        return topic;
    }

    /** How far behind the highest event time of its partition a record is still accepted. */
    public Duration lateness() {
        return lateness;
    }

    /**
     * @throws IllegalArgumentException when no feed has that topic
     */
    public static Feed ofTopic(String topic) {
        for (Feed feed : values()) {
            if (feed.topic.equals(topic)) {
                return feed;
            }
        }
        throw new IllegalArgumentException("no feed is named '" + topic + "'");
    }
}
