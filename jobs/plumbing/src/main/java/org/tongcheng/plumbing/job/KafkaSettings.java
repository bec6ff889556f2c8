package org.tongcheng.plumbing.job;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach Kafka and what to read.
 *
 * @param properties further properties of every Kafka client, such as {@code security.protocol}; they may be secret
 * @param topicPrefix put before the name of every topic, read or written
 * @param transactionTimeout the brokers give up on a transaction that stays open for longer
 * @param bounded whether to stop at the offsets that are the latest when the job starts
 */
public record KafkaSettings(
        String bootstrapServers,
        Map<String, String> properties,
        String consumerGroup,
        String topicPrefix,
        Duration transactionTimeout,
        StartOffsets startOffsets,
        boolean bounded) {

    private static final String PREFIX = "kafka";
    private static final Set<String> DECIDED_HERE =
            Set.of("bootstrap.servers", "group.id", "enable.auto.commit", "transactional.id", "transaction.timeout.ms");

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    /** @param job names the consumer group where no setting does */
    public static KafkaSettings from(Settings settings, String job) {
        return new KafkaSettings(
                settings.text("bootstrap-servers", "localhost:9092"),
                clientProperties(settings),
                settings.text("consumer-group", "tongcheng-" + job),
                settings.text("topic-prefix", ""),
                settings.duration("transaction-timeout", Duration.ofMinutes(15)),
                settings.choice("start-offsets", StartOffsets.COMMITTED),
                settings.flag("bounded"));
    }

    /** Properties that every client of the job starts from. */
    public Properties client() {
        Properties client = new Properties();
        properties.forEach(client::setProperty);
        client.setProperty("bootstrap.servers", bootstrapServers);
        return client;
    }

    /** The topic's name on the brokers. */
    public String topic(String name) {
        return topicPrefix + name;
    }

    /** The same brokers, other topics. */
    public KafkaSettings withTopicPrefix(String prefix) {
        return new KafkaSettings(
                bootstrapServers, properties, consumerGroup, prefix, transactionTimeout, startOffsets, bounded);
    }

    private static Map<String, String> clientProperties(Settings settings) {
        Set<String> variables = new TreeSet<>(ConsumerConfig.configNames());
        variables.addAll(ProducerConfig.configNames());
        variables.addAll(AdminClientConfig.configNames());
        variables.removeAll(DECIDED_HERE);
        Map<String, String> properties = settings.passedThrough(PREFIX, variables);
        for (String name : properties.keySet()) {
            if (DECIDED_HERE.contains(name)) {
                throw new SettingsException("--" + PREFIX + "." + name + " has a setting of its own or is the job's:"
                        + " see --bootstrap-servers, --consumer-group, --transaction-timeout");
            }
        }
        return properties;
    }

    /** Shows the names of further properties only. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(properties);
        shown.replaceAll((name, value) -> "***");
        return "KafkaSettings[bootstrapServers=" + bootstrapServers + ", properties=" + shown + ", consumerGroup="
                + consumerGroup + ", topicPrefix=" + topicPrefix + ", transactionTimeout=" + transactionTimeout
                + ", startOffsets=" + startOffsets + ", bounded=" + bounded + "]";
    }
}
