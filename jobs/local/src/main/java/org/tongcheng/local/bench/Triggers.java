package org.tongcheng.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.Waiting;

/**
 * Water observations, each of which raises an alert or raises it higher: at every section phosphorus passes one threshold
 * after the other, with each report, and is gone for two reports then.
 */
final class Triggers {

    /** Beyond blue, yellow, orange and red of the rule {@link #RULE}; then back, until the alert has ended. */
    private static final List<String> PHOSPHORUS = List.of("0.25", "0.35", "0.45", "0.55", "0.05", "0.05");

    private static final String RULE = "water-tp";

    private static final int RAISING = 4;
    private static final Duration BETWEEN_REPORTS = Duration.ofHours(4);

    private final List<String> sections;
    private final ZoneId zone;
    private final Map<String, Long> sentAt = new HashMap<>();

    Triggers(List<String> sections, ZoneId zone) {
        this.sections = List.copyOf(sections);
        this.zone = zone;
    }

    /** Records that tell of alerts which ours have raised. */
    List<AlertTransition> raisedBy(List<AlertTransition> transitions) {
        return transitions.stream()
                .filter(alert -> alert.ruleId().equals(RULE) && alert.state() == AlertState.FIRING)
                .filter(alert -> sentAt.containsKey(key(alert.entity().id(), alert.at())))
                .toList();
    }

    /** When the record that raised one of those was handed to Kafka, epoch milliseconds. */
    long sentAt(AlertTransition raised) {
        return sentAt.getOrDefault(key(raised.entity().id(), raised.at()), Long.MAX_VALUE);
    }

    private static String key(String section, long observedAt) {
        return section + "@" + observedAt;
    }

    int raising() {
        return sentAt.size();
    }

    /** Sends evenly until so many have been sent that raise. */
    void send(String bootstrapServers, int raising, Duration pause) throws Exception {
        long slots = (long) Math.ceil(raising / (double) sections.size() / RAISING) * PHOSPHORUS.size();
        Instant first = ZonedDateTime.ofInstant(Instant.now(), zone)
                .truncatedTo(ChronoUnit.DAYS)
                .minus(BETWEEN_REPORTS.multipliedBy(slots))
                .toInstant();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (int slot = 0; slot < slots; slot++) {
                int step = slot % PHOSPHORUS.size();
                Instant observed = first.plus(BETWEEN_REPORTS.multipliedBy(slot));
                for (String section : sections) {
                    byte[] payload = observation(section, observed, PHOSPHORUS.get(step));
                    long now = System.currentTimeMillis();
                    producer.send(new ProducerRecord<>(Feed.WATER_OBSERVATIONS.topic(), null, now, section, payload))
                            .get();
                    if (step < RAISING) {
                        sentAt.put(key(section, observed.toEpochMilli()), now);
                    }
                    Waiting.pause(pause);
                }
            }
        }
    }

    private static byte[] observation(String section, Instant observed, String phosphorus) {
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(observed.atOffset(ZoneOffset.UTC));
        return ("{\"schema_version\":\"water/1\",\"section_id\":\"" + section + "\",\"observed_at\":\"" + time
                        + "\",\"source\":\"bench\",\"station_status\":\"normal\",\"values\":{\"ph\":7.5,"
                        + "\"dissolved_oxygen\":8,\"codmn\":2,\"nh3_n\":0.1,\"tp\":" + phosphorus + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
