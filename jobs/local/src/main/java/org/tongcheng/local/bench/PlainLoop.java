package org.tongcheng.local.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The yardstick: two threads that consume, parse with Jackson's streaming parser and count taps per stop and minute.
 * No validation, no duplicates, no state that would survive, no order of events.
 */
final class PlainLoop {

    private static final int THREADS = 2;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TO_THE_MINUTE = 16;

    private final String bootstrapServers;
    private final String topic;
    private final int partitions;

    PlainLoop(String bootstrapServers, String topic, int partitions) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.partitions = partitions;
    }

    /** @return how many taps were counted */
    long run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<TopicPartition> mine = new ArrayList<>();
                for (int partition = thread; partition < partitions; partition += THREADS) {
                    mine.add(new TopicPartition(topic, partition));
                }
                counts.add(threads.submit(() -> count(mine)));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private long count(List<TopicPartition> mine) throws IOException {
        JsonFactory json = new JsonFactory();
        Map<String, Map<String, int[]>> stops = new HashMap<>();
        long counted = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(mine);
            consumer.seekToBeginning(mine);
            Map<TopicPartition, Long> ends = consumer.endOffsets(mine);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> tap : consumer.poll(POLL)) {
                    count(json, tap.value(), stops);
                    counted++;
                }
            }
        }
        return counted;
    }

    private static void count(JsonFactory json, byte[] payload, Map<String, Map<String, int[]>> stops)
            throws IOException {
        String stop = null;
        String minute = null;
        try (JsonParser parser = json.createParser(payload)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("stop_id")) {
                    stop = parser.getText();
                } else if (field.equals("event_timestamp")) {
                    minute = parser.getText().substring(0, TO_THE_MINUTE);
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (stop != null && minute != null) {
            stops.computeIfAbsent(stop, key -> new HashMap<>()).computeIfAbsent(minute, key -> new int[1])[0]++;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("enable.auto.commit", "false");
        return properties;
    }
}
