package org.tongcheng.plumbing.influx;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.wire.DeadLetterCodec;

/** Writes refused points to the topic of dead letters. Not part of a checkpoint: after a restart one may come again. */
public final class KafkaRefusedPoints implements RefusedPoints {

    private static final long serialVersionUID = 1L;

    private final Properties client;
    private final String topic;
    private final ZoneId zone;

    public KafkaRefusedPoints(KafkaSettings settings, ZoneId zone) {
        this.client = settings.client();
        this.topic = settings.topic("deadletters");
        this.zone = zone;
    }

    @Override
    public Desk open() {
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        return new Desk() {
            @Override
            public void take(DeadLetter letter) {
                byte[] key = letter.feed().getBytes(StandardCharsets.UTF_8);
                try {
                    producer.send(new ProducerRecord<>(topic, key, DeadLetterCodec.encode(letter, zone)))
                            .get();
                } catch (ExecutionException e) {
                    throw new KafkaException("a refused point could not become a dead letter", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new KafkaException("interrupted while a refused point became a dead letter", e);
                }
            }

            @Override
            public void close() {
                producer.close();
            }
        };
    }
}
