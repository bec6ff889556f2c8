package org.tongcheng.local.demo;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Reason;
import org.tongcheng.plumbing.job.Settings;

/**
 * Sends generated records to Kafka, each when its time of arrival has come on a clock that runs faster than ours; the
 * record timestamp is that simulated arrival.
 */
public final class Feeder implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Iterator<GeneratedRecord> records;
    private final long begin;
    private final double speed;
    private final Thread thread = new Thread(this::feed, "feeder");
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private volatile long clock;
    private volatile boolean done;
    private volatile boolean closed;
    private volatile @Nullable Exception failure;

    /** Without further properties of the client, and without a prefix of the topics. */
    public Feeder(String bootstrapServers, Iterator<GeneratedRecord> records, long begin, double speed) {
        this(plain(bootstrapServers), records, begin, speed);
    }

    /**
     * @param begin simulated time at the start, epoch milliseconds
     * @param speed simulated seconds per second
     */
    public Feeder(KafkaSettings kafka, Iterator<GeneratedRecord> records, long begin, double speed) {
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(properties(kafka), new StringSerializer(), new ByteArraySerializer());
        this.records = records;
        this.begin = begin;
        this.speed = speed;
        this.clock = begin;
        thread.setDaemon(true);
    }

    private static KafkaSettings plain(String bootstrapServers) {
        String[] arguments = {"--bootstrap-servers=" + bootstrapServers};
        return Settings.read(arguments, Map.of(), settings -> KafkaSettings.from(settings, "feeder"));
    }

    private static Properties properties(KafkaSettings kafka) {
        Properties properties = kafka.client();
        properties.putIfAbsent("compression.type", "lz4");
        properties.putIfAbsent("linger.ms", "20");
        properties.putIfAbsent("batch.size", "131072");
        return properties;
    }

    public void start() {
        thread.start();
    }

    /** Simulated time, epoch milliseconds. */
    public long clock() {
        return clock;
    }

    /**
     * Whether Kafka has everything.
     *
     * @throws LocalFailure when the feeder has given up
     */
    public boolean done() {
        Exception cause = failure;
        if (cause != null) {
            throw new LocalFailure("the feeds do not reach Kafka: " + Reason.of(cause), cause);
        }
        return done;
    }

    /** The offset behind the last record sent, by partition. */
    public Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        producer.close(Duration.ZERO);
    }

    private void feed() {
        try {
            long start = System.nanoTime();
            while (records.hasNext() && !closed) {
                GeneratedRecord next = records.next();
                waitFor(next.arrivedAt(), start);
                send(next);
            }
            producer.flush();
            done = true;
        } catch (Exception e) {
            if (!closed) {
                failure = e;
            }
        }
    }

    private void waitFor(long arrival, long start) throws InterruptedException {
        while (clock < arrival) {
            double passed = (System.nanoTime() - start) / 1e6 * speed;
            clock = begin + (long) passed;
            long due = (long) Math.ceil((arrival - clock) / speed);
            if (due > 0) {
                Waiting.pause(Duration.ofMillis(Math.min(due, LONGEST_PAUSE.toMillis())));
            }
        }
    }

    private void send(GeneratedRecord next) {
        var sent = producer.send(
                new ProducerRecord<>(
                        kafka.topic(next.feed().topic()), null, next.arrivedAt(), next.key(), next.payload()),
                (place, problem) -> {
                    if (problem == null) {
                        ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
                    } else if (!closed) {
                        failure = problem;
                    }
                });
        if (sent.isCancelled()) {
            throw new IllegalStateException("a record was not sent");
        }
    }
}
