package org.tongcheng.plumbing.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.SettingsException;

/** Asks at the start whether Kafka is there, instead of leaving a job to retry without a word. */
public final class KafkaReachability {

    private static final String REQUEST_MILLIS = "5000";
    private static final String CALL_MILLIS = "10000";

    private KafkaReachability() {}

    /**
     * @param topics names without the prefix
     * @throws SettingsException when Kafka does not answer, refuses the credentials, or lacks a topic
     */
    public static void check(KafkaSettings kafka, Collection<String> topics) {
        TreeSet<String> missing = new TreeSet<>();
        try (Admin admin = admin(kafka)) {
            admin.describeTopics(topics.stream().map(kafka::topic).toList())
                    .topicNameValues()
                    .forEach((topic, description) -> {
                        if (!done(kafka, description, UnknownTopicOrPartitionException.class)) {
                            missing.add(topic);
                        }
                    });
        }
        if (!missing.isEmpty()) {
            throw new SettingsException("Kafka at " + kafka.bootstrapServers() + " (--bootstrap-servers) has no topic "
                    + String.join(", ", missing) + " (--topic-prefix): create it first");
        }
    }

    /**
     * Creates the topics that are missing, replicated as the brokers like.
     *
     * @param partitions by name without the prefix
     * @throws SettingsException when Kafka does not answer or refuses
     */
    public static void createTopics(KafkaSettings kafka, Map<String, Integer> partitions) {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(partitions.entrySet().stream()
                            .map(topic -> new NewTopic(
                                    kafka.topic(topic.getKey()), Optional.of(topic.getValue()), Optional.empty()))
                            .toList())
                    .values()
                    .forEach((topic, creation) -> done(kafka, creation, TopicExistsException.class));
        }
    }

    private static Admin admin(KafkaSettings kafka) {
        Properties properties = kafka.client();
        properties.setProperty("request.timeout.ms", REQUEST_MILLIS);
        properties.setProperty("default.api.timeout.ms", CALL_MILLIS);
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            throw refused(kafka, causeOf(e));
        }
    }

    /** Whether the call succeeded; false when it failed for the reason that was expected. */
    private static boolean done(KafkaSettings kafka, KafkaFuture<?> call, Class<? extends Exception> expected) {
        try {
            call.get();
            return true;
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return false;
            }
            throw refused(kafka, causeOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while asking Kafka", e);
        }
    }

    private static SettingsException refused(KafkaSettings kafka, Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return new SettingsException(
                    "Kafka at " + kafka.bootstrapServers() + " (--bootstrap-servers) refuses the credentials"
                            + " (--kafka.*, KAFKA_SASL_JAAS_CONFIG): " + cause.getMessage(),
                    cause);
        }
        return new SettingsException(
                "Kafka cannot be used at " + kafka.bootstrapServers() + " (--bootstrap-servers): " + cause.getMessage(),
                cause);
    }

    private static Throwable causeOf(Exception e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
