package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.RejectionReason;

class LetterCodecsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long TEN = 1_772_676_000_000L;

    /** Without all that a dead letter may lack. */
    static final DeadLetter SHORT = new DeadLetter(
            "air.results",
            RejectionReason.STORE_REFUSED,
            null,
            null,
            "{}",
            "utf8",
            "air.results",
            -1,
            -1,
            FeedRecord.UNKNOWN_TIME);

    /** A late record. */
    static final LateRecord LATE = new LateRecord(
            "water.observations",
            TEN,
            TEN + 3_600_000,
            "{}",
            "utf8",
            "water.observations",
            0,
            548,
            FeedRecord.UNKNOWN_TIME);

    static final List<LedgerCount> MINUTES = List.of(
            new LedgerCount(Feed.WATER_OBSERVATIONS, 0, 10, 6, 2, 0, 1, 2, 1),
            new LedgerCount(Feed.TRANSIT_TAPS, 60_000, 5, 5, 0, 1, 0, 0, 0),
            new LedgerCount(Feed.TRANSIT_TAPS, 120_000, 7, 3, 0, 1, 2, 1, 1));

    @Test
    void writesADeadLetter() {
        DeadLetter letter = new DeadLetter(
                "transit.taps",
                RejectionReason.BAD_FORMAT,
                "city_code",
                "'5101' is not six digits",
                "{\"a\":\n1}",
                "utf8",
                "transit.taps",
                2,
                1041,
                TEN + 125);

        assertThat(text(DeadLetterCodec.encode(letter, SHANGHAI)))
                .isEqualTo("{\"feed\":\"transit.taps\",\"reason\":\"bad_format\",\"field\":\"city_code\","
                        + "\"detail\":\"'5101' is not six digits\",\"payload\":\"{\\\"a\\\":\\n1}\","
                        + "\"payload_encoding\":\"utf8\",\"topic\":\"transit.taps\",\"partition\":2,\"offset\":1041,"
                        + "\"record_timestamp\":\"2026-03-05T10:00:00.125+08:00\"}");
    }

    @Test
    void leavesOutWhatADeadLetterDoesNotHave() {
        assertThat(text(DeadLetterCodec.encode(SHORT, SHANGHAI)))
                .isEqualTo("{\"feed\":\"air.results\",\"reason\":\"store_refused\",\"payload\":\"{}\","
                        + "\"payload_encoding\":\"utf8\",\"topic\":\"air.results\"}");
    }

    @Test
    void writesTheFirstPartitionAndOffset() {
        DeadLetter letter = new DeadLetter(
                "air.observations",
                RejectionReason.MALFORMED_JSON,
                null,
                "x",
                "",
                "utf8",
                "air.observations",
                0,
                0,
                TEN);

        assertThat(text(DeadLetterCodec.encode(letter, SHANGHAI))).contains("\"partition\":0,\"offset\":0,");
    }

    @Test
    void writesALateRecord() {
        assertThat(text(LateCodec.encode(LATE, SHANGHAI)))
                .isEqualTo("{\"feed\":\"water.observations\",\"event_time\":\"2026-03-05T10:00:00+08:00\","
                        + "\"oldest_accepted\":\"2026-03-05T11:00:00+08:00\",\"payload\":\"{}\","
                        + "\"payload_encoding\":\"utf8\",\"topic\":\"water.observations\",\"partition\":0,"
                        + "\"offset\":548}");
    }

    @Test
    void writesTheTimestampOfALateRecord() {
        LateRecord late = new LateRecord("transit.taps", TEN, TEN, "", "utf8", "transit.taps", 1, 2, TEN);

        assertThat(text(LateCodec.encode(late, ZoneId.of("UTC"))))
                .endsWith("\"offset\":2,\"record_timestamp\":\"2026-03-05T02:00:00Z\"}");
    }

    @Test
    void writesTheLedgerOfAllMinutesInTheOrderOfTheFeeds() {
        byte[] ledger = LedgerCodec.encode(MINUTES);

        assertThat(text(ledger)).isEqualTo("""
                        {
                          "transit.taps" : {
                            "received" : 12,
                            "accepted" : 8,
                            "revised" : 0,
                            "flagged" : 2,
                            "duplicate" : 2,
                            "late" : 1,
                            "rejected" : 1
                          },
                          "water.observations" : {
                            "received" : 10,
                            "accepted" : 6,
                            "revised" : 2,
                            "flagged" : 0,
                            "duplicate" : 1,
                            "late" : 2,
                            "rejected" : 1
                          }
                        }
                        """);
        assertThat(LedgerCodec.decode(ledger))
                .isEqualTo(Map.of(
                        Feed.TRANSIT_TAPS, new LedgerCount(Feed.TRANSIT_TAPS, 0, 12, 8, 0, 2, 2, 1, 1),
                        Feed.WATER_OBSERVATIONS, new LedgerCount(Feed.WATER_OBSERVATIONS, 0, 10, 6, 2, 0, 1, 2, 1)));
    }

    @Test
    void readsEveryExampleOfALedger() {
        assertThat(Examples.valid("ledger")
                        .map(Examples::read)
                        .map(LedgerCodec::decode)
                        .map(Map::size))
                .containsExactlyInAnyOrder(0, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"transit.taps\":1}",
                "{\"transit.taps\":{\"received\":-1}}",
                "{\"transit.taps\":{\"received\":1.5}}",
                "{\"transit.taps\":{\"received\":1}}"
            })
    void refusesWhatIsNoLedger(String text) {
        byte[] ledger = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> LedgerCodec.decode(ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no ledger: ");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
