package org.tongcheng.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.tongcheng.testkit.TestBroker;

/** Topics of the feeds on a broker, and records for them, all of the same day. */
final class FeedTopics {

    static final String TAPS = "transit.taps";
    static final String AIR = "air.observations";
    static final String WATER = "water.observations";

    /** Half past eight of 2026-03-05 in Shanghai. */
    static final long ARRIVAL = 1_772_670_600_000L;

    static final String TOKEN = "hk1:0123456789abcdef0123456789abcdef";
    static final String CARD = "6222021234567890123";

    private FeedTopics() {}

    static void create(TestBroker broker) {
        broker.createTopic(TAPS, 2);
        broker.createTopic(AIR, 2);
        broker.createTopic(WATER, 1);
    }

    static String tap(String transactionId, String date, String token) {
        return "{\"schema_version\":\"tap/1\",\"transaction_id\":\"" + transactionId + "\",\"service_date\":\"" + date
                + "\",\"event_timestamp\":\"" + date + "T08:00:00+08:00\",\"city_code\":\"510100\","
                + "\"agency_id\":\"chengdu-bus\",\"route_type\":3,\"fare_action\":\"Enter\",\"device_id\":\"bus-1\","
                + "\"amount\":2.00,\"currency_type\":\"CNY\",\"fare_capped\":false,\"token_id\":\"" + token
                + "\",\"source\":\"test\"}";
    }

    static String air(int ozone) {
        return air("2026-03-05T08", ozone);
    }

    /** @param hour such as {@code 2026-03-05T08} */
    static String air(String hour, int ozone) {
        return "{\"schema_version\":\"air/1\",\"station_id\":\"1431A\",\"observed_at\":\"" + hour
                + ":00:00+08:00\",\"source\":\"test\",\"values\":{\"so2\":5,\"no2\":33,\"pm10\":34,\"co\":0.8,\"o3\":"
                + ozone + ",\"pm2_5\":33}}";
    }

    /** @param hour such as {@code 2026-03-05T08} */
    static String water(String hour, int ph) {
        return "{\"schema_version\":\"water/1\",\"section_id\":\"dy-bajiao\",\"observed_at\":\"" + hour
                + ":00:00+08:00\",\"source\":\"test\",\"station_status\":\"normal\",\"values\":{\"ph\":" + ph + "}}";
    }

    static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, @Nullable String key, @Nullable String value) {
        return new ProducerRecord<>(topic, partition, ARRIVAL, bytes(key), bytes(value));
    }

    /** Taps of transactions of their own, by turns on both partitions. */
    static List<ProducerRecord<byte[], byte[]>> taps(int from, int to) {
        List<ProducerRecord<byte[], byte[]>> taps = new ArrayList<>();
        for (int i = from; i < to; i++) {
            taps.add(record(TAPS, i % 2, TOKEN, tap("tap-" + i, "2026-03-05", TOKEN)));
        }
        return taps;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
