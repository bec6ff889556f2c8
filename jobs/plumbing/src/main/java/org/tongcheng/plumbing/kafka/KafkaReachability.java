package org.tongcheng.plumbing.kafka;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
        Set<String> missing;
        try (Admin admin = admin(kafka)) {
            missing = missing(kafka, admin, topics);
        }
        if (!missing.isEmpty()) {
            throw new SettingsException("Kafka at " + kafka.bootstrapServers() + " (--bootstrap-servers) has no topic "
                    + String.join(", ", new TreeSet<>(missing)) + " (--topic-prefix): create it first");
        }
    }

    /**
     * Creates the topics that are missing, replicated as the brokers like; those that are there stay as they are.
     *
     * @throws SettingsException when Kafka does not answer or refuses
     */
    public static void createTopics(KafkaSettings kafka, Collection<TopicPlan> plans) {
        try (Admin admin = admin(kafka)) {
            Set<String> missing =
                    missing(kafka, admin, plans.stream().map(TopicPlan::name).toList());
            admin.createTopics(plans.stream()
                            .filter(plan -> missing.contains(kafka.topic(plan.name())))
                            .map(plan -> new NewTopic(
                                            kafka.topic(plan.name()), Optional.of(plan.partitions()), Optional.empty())
                                    .configs(plan.settings()))
                            .toList())
                    .values()
                    .forEach((topic, creation) -> done(kafka, creation, TopicExistsException.class));
        }
    }

    /**
     * Creates topics of which none may be there.
     *
     * @return false when one was, and nothing was created
     * @throws SettingsException when Kafka does not answer or refuses
     */
    public static boolean createNewTopics(KafkaSettings kafka, Collection<TopicPlan> plans) {
        try (Admin admin = admin(kafka)) {
            List<String> names = plans.stream().map(TopicPlan::name).toList();
            if (missing(kafka, admin, names).size() < names.size()) {
                return false;
            }
        }
        createTopics(kafka, plans);
        return true;
    }

    /**
     * Deletes topics and all that is in them; of what is not there nothing is said.
     *
     * @throws SettingsException when Kafka does not answer or refuses
     */
    public static void deleteTopics(KafkaSettings kafka, Collection<String> topics) {
        try (Admin admin = admin(kafka)) {
            admin.deleteTopics(topics.stream().map(kafka::topic).toList())
                    .topicNameValues()
                    .values()
                    .forEach(deletion -> done(kafka, deletion, UnknownTopicOrPartitionException.class));
        }
    }

    private static Set<String> missing(KafkaSettings kafka, Admin admin, Collection<String> topics) {
        Set<String> missing = new HashSet<>();
        admin.describeTopics(topics.stream().map(kafka::topic).toList())
                .topicNameValues()
                .forEach((topic, description) -> {
                    if (!done(kafka, description, UnknownTopicOrPartitionException.class)) {
                        missing.add(topic);
                    }
                });
        return missing;
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
