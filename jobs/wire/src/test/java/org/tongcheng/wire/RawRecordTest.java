package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

class RawRecordTest {

    private static final String TOKEN = "hk1:0123456789abcdef0123456789abcdef";

    @Test
    void readsKeyAndTimesOfEachFeed() {
        long event = Instant.parse("2026-03-05T02:00:00Z").toEpochMilli();
        long received = Instant.parse("2026-03-05T02:00:01.5Z").toEpochMilli();

        assertThat(of(
                        Feed.TRANSIT_TAPS,
                        "{\"token_id\":\"" + TOKEN + "\",\"event_timestamp\":\"2026-03-05T10:00:00+08:00\","
                                + "\"received_timestamp\":\"2026-03-05T02:00:01.5Z\"}"))
                .isEqualTo(new RawRecord(TOKEN, received, event));
        assertThat(of(Feed.AIR_OBSERVATIONS, "{\"station_id\":\"1431A\",\"observed_at\":\"2026-03-05T02:00:00Z\"}"))
                .isEqualTo(new RawRecord("1431A", FeedRecord.UNKNOWN_TIME, event));
        assertThat(of(
                        Feed.WATER_OBSERVATIONS,
                        "{\"section_id\":\"w1\",\"received_timestamp\":\"2026-03-05T02:00:01.5Z\"}"))
                .isEqualTo(new RawRecord("w1", received, FeedRecord.UNKNOWN_TIME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"6217001234567890123\"",
                "\"hk1:0123456789ABCDEF0123456789abcdef\"",
                "\"hk1:0123456789abcdef\"",
                "6217001234567890123",
                "null"
            })
    void neverTakesWhatIsNoTokenForAKey(String token) {
        assertThat(of(Feed.TRANSIT_TAPS, "{\"token_id\":" + token + "}").key()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"station_id\":7,\"observed_at\":\"yesterday\"}", "{\"station_id\":\"\"}"})
    void saysNothingOfWhatCannotBeRead(String payload) {
        assertThat(of(Feed.AIR_OBSERVATIONS, payload))
                .isEqualTo(new RawRecord(null, FeedRecord.UNKNOWN_TIME, FeedRecord.UNKNOWN_TIME));
    }

    private static RawRecord of(Feed feed, String payload) {
        return RawRecord.of(feed, payload.getBytes(StandardCharsets.UTF_8));
    }
}
