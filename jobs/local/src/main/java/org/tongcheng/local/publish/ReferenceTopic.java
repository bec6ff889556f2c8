package org.tongcheng.local.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.ReferenceCodec;

/**
 * The topic of published regions.
 *
 * @param kafka where it is
 */
public record ReferenceTopic(KafkaSettings kafka) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final TopicPlan PLAN = TopicPlan.reference();

    /** Its name on the brokers. */
    public String name() {
        return kafka.topic(PLAN.name());
    }

    /** Creates the topic where it is missing. */
    public void create() throws InterruptedException {
        KafkaReachability.createTopics(kafka, List.of(PLAN));
    }

    /**
     * Writes the region and waits until every in-sync replica has it.
     *
     * @throws LocalFailure when Kafka refuses
     */
    public RecordMetadata write(CheckedRegion checked) throws InterruptedException {
        byte[] key = ReferenceCodec.key(checked.region());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(name(), key, checked.payload()))
                    .get();
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    /**
     * The region as it was last published.
     *
     * @return null when it never was, or was taken back, or when what is there cannot be read as a region
     * @throws KafkaException when the topic cannot be read
     */
    public @Nullable RegionBundle published(String regionId) {
        byte[] last = null;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                    boolean same = read.key() != null && new String(read.key(), UTF_8).equals(regionId);
                    last = same ? read.value() : last;
                }
            }
        }
        PublishedRegion region =
                last == null ? null : ReferenceCodec.decode(last).value();
        if (region == null) {
            return null;
        }
        Map<String, byte[]> files = new HashMap<>();
        region.files().forEach((file, text) -> files.put(file, text.getBytes(UTF_8)));
        return new RegionBundle(files);
    }

    /** Whether the topic keeps the last record of every region for ever; true where that may not be asked. */
    public boolean compacted() throws InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name());
        try (Admin admin = Admin.create(kafka.client())) {
            Map<ConfigResource, Config> found =
                    admin.describeConfigs(List.of(topic)).all().get();
            Config config = found.get(topic);
            if (config == null) {
                return true;
            }
            ConfigEntry policy = config.get("cleanup.policy");
            return policy == null || policy.value().contains("compact");
        } catch (ExecutionException e) {
            return true;
        }
    }

    private Properties producer() {
        Properties producer = kafka.client();
        producer.putIfAbsent("max.request.size", Integer.toString(TopicPlan.REFERENCE_BYTES));
        producer.putIfAbsent("compression.type", "lz4");
        producer.setProperty("enable.idempotence", "true");
        producer.setProperty("acks", "all");
        return producer;
    }

    private LocalFailure refused(Throwable cause) {
        String way = cause instanceof RecordTooLargeException
                ? "; raise max.message.bytes of the topic to " + TopicPlan.REFERENCE_BYTES
                : "";
        return new LocalFailure(
                "Kafka at " + kafka.bootstrapServers() + " does not take the region into the topic " + name() + ": "
                        + cause.getMessage() + way,
                cause);
    }
}
