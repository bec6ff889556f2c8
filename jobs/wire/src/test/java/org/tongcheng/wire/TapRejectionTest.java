package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;

class TapRejectionTest {

    private final TapDecoder decoder = new TapDecoder(KnownSites.anySite());

    @Test
    void namesTheFaultWithoutQuotingCardNumbers() {
        assertThat(rejection(FullTap.with("2026-03-05\"", "6225880112345678\"")))
                .isEqualTo(new Rejection(
                        RejectionReason.BAD_FORMAT, "service_date", "'****************' is not a date YYYY-MM-DD"));
        assertThat(rejection(FullTap.with("Transfer exit", "x".repeat(100))).detail())
                .isEqualTo("'xxxxxxxxxxxxxxxxxxxx...' is not in TIDES");
        assertThat(rejection(FullTap.with("hk1:0011", "6225")))
                .isEqualTo(new Rejection(
                        RejectionReason.RAW_CARD_NUMBER, "token_id", "not a token such as hk1:<32 hex digits>"));
    }

    @Test
    void payloadsOver64KibAreTooLarge() {
        String padding = " ".repeat(Feed.MAX_PAYLOAD_BYTES - FullTap.TEXT.length());

        assertThat(decode(FullTap.TEXT + padding).rejection()).isNull();
        assertThat(rejection(FullTap.TEXT + padding + " "))
                .isEqualTo(new Rejection(RejectionReason.TOO_LARGE, null, "65537 bytes, over the limit of 65536"));
    }

    @ParameterizedTest
    @CsvSource({"64, true", "1000, true", "1001, false"})
    void extraFieldsMayNestAThousandDeep(int depth, boolean accepted) {
        String nested = "[".repeat(depth - 1) + "]".repeat(depth - 1);

        Decoded<Tap> decoded = decode("{\"extra\":" + nested + "," + FullTap.TEXT.substring(1));

        assertThat(decoded.value() != null).isEqualTo(accepted);
        if (!accepted) {
            assertThat(Objects.requireNonNull(decoded.rejection()).reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
        }
    }

    @Test
    void extraFieldsMayHoldAnyNumberAndName() {
        String digits = "1".repeat(5_000);

        assertThat(decode("{\"" + digits + "\":" + digits + "," + FullTap.TEXT.substring(1))
                        .rejection())
                .isNull();
        assertThat(decode("{\"a\":-" + digits + "." + digits + "e-" + digits + "," + FullTap.TEXT.substring(1))
                        .rejection())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "UTF-32LE"})
    void onlyUtf8IsJson(String charset) {
        Decoded<Tap> decoded = decoder.decode(FullTap.TEXT.getBytes(Charset.forName(charset)), UNKNOWN_TIME);

        assertThat(Objects.requireNonNull(decoded.rejection()).reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
    }

    @Test
    void aByteOrderMarkIsNoJson() {
        assertThat(rejection("\ufeff" + FullTap.TEXT).reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
    }

    @Test
    void everyBeginningOfARecordIsMalformed() {
        byte[] payload = bytes(FullTap.TEXT);
        for (int length = 0; length < payload.length; length++) {
            Decoded<Tap> decoded = decoder.decode(Arrays.copyOf(payload, length), UNKNOWN_TIME);
            assertThat(Objects.requireNonNull(decoded.rejection()).reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
        }
    }

    /** Stops and routes go into results, so no card number may pass for one. */
    @Test
    void aCardNumberIsNoStopAndNoRoute() {
        for (String card : new String[] {
            "6222021234567890", "6222021234567890123", "6222 0212 3456 7890 123", "x-6222.0212.3456.7890"
        }) {
            assertThat(rejection(FullTap.with("\"stop_id\":\"65100120\"", "\"stop_id\":\"" + card + "\"")))
                    .isEqualTo(new Rejection(
                            RejectionReason.RAW_CARD_NUMBER, "stop_id", "16 to 19 digits, as a card number has"));
            assertThat(rejection(FullTap.with("\"route_id\":\"651001\"", "\"route_id\":\"" + card + "\"")))
                    .isEqualTo(new Rejection(
                            RejectionReason.RAW_CARD_NUMBER, "route_id", "16 to 19 digits, as a card number has"));
        }
        for (String stop : new String[] {"622202123456789", "62220212345678901234", "6510-0120"}) {
            assertThat(tap(FullTap.with("\"route_id\":\"651001\"", "\"route_id\":\"" + stop + "\""))
                            .routeId())
                    .isEqualTo(stop);
        }
    }

    @Test
    void aTransactionIdOfHalfACharacterIsABadFormat() {
        assertThat(rejection(FullTap.with("tx-000002", "\\ud800")))
                .isEqualTo(new Rejection(
                        RejectionReason.BAD_FORMAT, "transaction_id", "half of a surrogate pair is no character"));
        assertThat(tap(FullTap.with("tx-000002", "\\ud83d\\ude8c")).transactionId())
                .hasToString("\ud83d\ude8c");
    }

    private Decoded<Tap> decode(String payload) {
        return decoder.decode(bytes(payload), UNKNOWN_TIME);
    }

    private Tap tap(String payload) {
        return Objects.requireNonNull(decode(payload).value());
    }

    private Rejection rejection(String payload) {
        return Objects.requireNonNull(decode(payload).rejection());
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
