package org.tongcheng.local.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Reason;

/**
 * What the feeds' topics do with the times of records.
 *
 * @param retention how long they keep a record, counted from its time; a feed is missing where they keep it for ever
 */
record TopicTimes(Map<Feed, Duration> retention) {

    private static final String RETENTION = "retention.ms";
    private static final String TIMESTAMP = "message.timestamp.type";
    private static final String APPENDED = "LogAppendTime";

    TopicTimes {
        retention = Map.copyOf(retention);
    }

    /**
     * @throws LocalFailure when a topic replaces the times of records by its own, or cannot be asked
     */
    static TopicTimes of(KafkaSettings kafka, Collection<Feed> feeds) throws InterruptedException {
        List<ConfigResource> topics = new ArrayList<>();
        feeds.forEach(feed -> topics.add(topic(kafka, feed)));
        Map<Feed, Duration> retention = new EnumMap<>(Feed.class);
        try (Admin admin = Admin.create(kafka.client())) {
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(topics).all().get();
            for (Feed feed : feeds) {
                Config config = configs.get(topic(kafka, feed));
                if (APPENDED.equals(value(config, TIMESTAMP))) {
                    throw new LocalFailure("the topic " + kafka.topic(feed.topic())
                            + " would replace the recorded times by its own: set its " + TIMESTAMP + " to CreateTime");
                }
                String millis = value(config, RETENTION);
                if (millis != null && Long.parseLong(millis) >= 0) {
                    retention.put(feed, Duration.ofMillis(Long.parseLong(millis)));
                }
            }
        } catch (ExecutionException e) {
            throw new LocalFailure("cannot ask Kafka how its topics are set: " + Reason.of(e), e);
        }
        return new TopicTimes(retention);
    }

    private static ConfigResource topic(KafkaSettings kafka, Feed feed) {
        return new ConfigResource(ConfigResource.Type.TOPIC, kafka.topic(feed.topic()));
    }

    private static @Nullable String value(@Nullable Config config, String name) {
        return config == null || config.get(name) == null
                ? null
                : config.get(name).value();
    }
}
