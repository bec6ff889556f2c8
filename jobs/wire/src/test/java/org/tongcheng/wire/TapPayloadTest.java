package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;

class TapPayloadTest {

    private static final String CARD = "6225880112345678";

    private final TapDecoder decoder = new TapDecoder(KnownSites.anySite());

    @Test
    void showsARejectedRecordAsItCame() {
        String payload = FullTap.with("\"510100\"", "\"成都\"");

        assertThat(show(payload)).isEqualTo(new ShownPayload(payload, "utf8"));
    }

    @Test
    void showsNothingOfARecordWhoseTokenIsNone() {
        assertThat(show(FullTap.with("hk1:", ""))).isEqualTo(new ShownPayload("[redacted]", "utf8"));
        assertThat(show(FullTap.with("tap/1", "tap/2").replace("hk1:", "")))
                .isEqualTo(new ShownPayload("[redacted]", "utf8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0036225880112345678", "tx\\u0030", "\\uff16"})
    void showsNothingWhereEscapesMayHideDigits(String value) {
        assertThat(show(FullTap.with("tx-000002", value).replace("tap/1", "tap/2")))
                .isEqualTo(ShownPayload.REDACTED);
    }

    @Test
    void showsChineseEscapes() {
        String payload = FullTap.with("\"2026-03-05\"", "\"\\u6210\\u90fd\"");

        assertThat(show(payload)).isEqualTo(new ShownPayload(payload, "utf8"));
    }

    @Test
    void masksCardNumbersInOtherPlaces() {
        String payload = FullTap.with("tx-000002", CARD).replace("tap/1", "tap/2");

        assertThat(show(payload)).isEqualTo(new ShownPayload(payload.replace(CARD, "****************"), "utf8"));
    }

    @Test
    void masksTheFirstOfTwoTokens() {
        String payload =
                "{\"token_id\":\"62258801\"," + FullTap.TEXT.substring(1).replace("tap/1", "tap/2");

        assertThat(show(payload)).isEqualTo(new ShownPayload(payload.replace("62258801", "********"), "utf8"));
    }

    @Test
    void showsBase64WhereTheBytesAreNotUtf8() {
        byte[] payload =
                ("{\"a\":\"成都\",\"b\":\"" + CARD + "\",\"token_id\":\"622588\"}").getBytes(Charset.forName("GBK"));

        ShownPayload shown = show(payload);

        assertThat(shown.encoding()).isEqualTo("base64");
        assertThat(new String(Base64.getDecoder().decode(shown.text()), Charset.forName("GBK")))
                .isEqualTo("{\"a\":\"成都\",\"b\":\"****************\",\"token_id\":\"******\"}");
    }

    @Test
    void showsNothingOfOtherBytesWithEscapes() {
        byte[] payload = "{\"a\":\"\\u0036é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(show(payload)).isEqualTo(ShownPayload.REDACTED);
    }

    @Test
    void cutsWhatIsTooLargeWithoutLeakingTheNumberAtTheCut() {
        for (int before = 1000; before <= 1024; before++) {
            String payload = "x".repeat(before) + CARD + "y".repeat(Feed.MAX_PAYLOAD_BYTES);

            String shown = show(payload).text();

            assertThat(shown).hasSize(1024).matches("x{" + before + "}\\**y*").doesNotContainPattern("[0-9]");
        }
    }

    @Test
    void cutsWhatIsTooLargeWithoutLeakingTheTokenAtTheCut() {
        String payload = " ".repeat(1000) + "{\"token_id\":\"62258801\"}" + " ".repeat(Feed.MAX_PAYLOAD_BYTES);
        assertThat(show(payload).text()).isEqualTo(" ".repeat(1000) + "{\"token_id\":\"********\"} ");

        String split = " ".repeat(1008) + "{\"token_id\":\"62258801\"}" + " ".repeat(Feed.MAX_PAYLOAD_BYTES);
        assertThat(show(split).text()).isEqualTo(" ".repeat(1008) + "{\"token_id\":\"***");
    }

    @Test
    void cutsBetweenCharacters() {
        String payload = "铁".repeat(30_000);

        assertThat(show(payload)).isEqualTo(new ShownPayload("铁".repeat(341), "utf8"));
        assertThat(show("x" + payload).text()).isEqualTo("x" + "铁".repeat(341));
        assertThat(show("xx" + payload).text()).isEqualTo("xx" + "铁".repeat(340));
    }

    @Test
    void cutsOtherBytesToo() {
        byte[] payload = new byte[Feed.MAX_PAYLOAD_BYTES + 1];
        Arrays.fill(payload, (byte) 0x80);

        assertThat(Base64.getDecoder().decode(show(payload).text()))
                .hasSize(1024)
                .containsOnly(0x80);
    }

    @Test
    void showsTheContractsFieldsOfALateTapAsTheyWereSpelled() {
        String payload = "{\"secret\":1,\"amount\":2.700,"
                + FullTap.with("\"amount\":2.7,", "")
                        .substring(1)
                        .replace("\"tx-000002\"", " \"tx-\\u0041\"")
                        .replace("Smart card or ticket", CARD)
                        .replace("\"num_riders\":1", "\"num_riders\":null");
        Decoded<Tap> late = decoder.decode(bytes(payload), UNKNOWN_TIME);

        assertThat(late.rejection()).isNull();
        assertThat(decoder.show(bytes(payload), late))
                .isEqualTo(new ShownPayload(
                        FullTap.with("\"amount\":2.7,", "\"amount\":2.700,")
                                .replace("tx-000002", "tx-A")
                                .replace("Smart card or ticket", "****************")
                                .replace("\"num_riders\":1,", ""),
                        "utf8"));
    }

    private ShownPayload show(String payload) {
        return show(bytes(payload));
    }

    private ShownPayload show(byte[] payload) {
        Decoded<Tap> decoded = decoder.decode(payload, UNKNOWN_TIME);
        assertThat(Objects.requireNonNull(decoded.rejection()).reason()).isNotEqualTo(RejectionReason.STORE_REFUSED);
        return decoder.show(payload, decoded);
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
