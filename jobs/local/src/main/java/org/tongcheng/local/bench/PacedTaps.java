package org.tongcheng.local.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.feeds.RecordStream;

/** Sends generated taps to Kafka, so many a second, until it is closed. */
final class PacedTaps implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final RecordStream taps;
    private final int perSecond;
    private final Thread thread = new Thread(this::send, "paced-taps");
    private volatile boolean closed;
    private final AtomicLong sent = new AtomicLong();

    PacedTaps(String bootstrapServers, RecordStream taps, int perSecond) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", "20"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.taps = taps;
        this.perSecond = perSecond;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }

    private void send() {
        long start = System.nanoTime();
        while (!closed && taps.hasNext()) {
            long due = (System.nanoTime() - start) * perSecond / TimeUnit.SECONDS.toNanos(1);
            while (!closed && sent.get() < due && taps.hasNext()) {
                GeneratedRecord tap = taps.next();
                var unused = producer.send(
                        new ProducerRecord<>(TapsTopic.NAME, null, tap.arrivedAt(), tap.key(), tap.payload()));
                sent.incrementAndGet();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
