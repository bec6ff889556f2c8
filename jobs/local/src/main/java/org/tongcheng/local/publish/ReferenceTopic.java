package org.tongcheng.local.publish;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.wire.ReferenceCodec;

/**
 * The topic of published regions.
 *
 * @param kafka where it is
 */
public record ReferenceTopic(KafkaSettings kafka) {

    private static final TopicPlan PLAN = TopicPlan.reference();

    /** Its name on the brokers. */
    public String name() {
        return kafka.topic(PLAN.name());
    }

    /**
     * Creates the topic where it is missing, writes the region and waits until every in-sync replica has it.
     *
     * @throws LocalFailure when Kafka refuses
     */
    public RecordMetadata write(CheckedRegion checked) throws InterruptedException {
        KafkaReachability.createTopics(kafka, List.of(PLAN));
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
