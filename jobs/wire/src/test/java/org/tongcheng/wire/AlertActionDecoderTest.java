package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.ActionRejection;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;

class AlertActionDecoderTest {

    private static final long TEN = 1_772_676_000_000L;
    private static final long HOUR = 3_600_000;
    private static final String ID = "6f1e0c7a93b2d4588122222222222269";

    private static final String COMMENT = "{\"schema_version\":\"alert_action/1\",\"alert_id\":\"" + ID
            + "\",\"action\":\"comment\",\"actor\":\"李华\",\"at\":\"2026-03-05T10:00:00+08:00\","
            + "\"text\":\"Filter changed\",\"received_timestamp\":\"2026-03-05T10:00:02+08:00\",\"tags\":[1]}";

    private final AlertActionDecoder decoder = new AlertActionDecoder();

    @Test
    void readsAnActionExactly() {
        assertThat(decoder.decode(bytes(COMMENT), UNKNOWN_TIME))
                .isEqualTo(
                        Decoded.of(new AlertAction(ID, ActionKind.COMMENT, "李华", TEN, "Filter changed"), TEN + 2000));
        assertThat(decoder.decode(bytes(COMMENT), TEN + 7).arrivedAt()).isEqualTo(TEN + 7);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActionKind.class,
            names = {"ACK", "RECTIFIED"})
    void someActionsNeedNoText(ActionKind kind) {
        String silent = COMMENT.replace("\"comment\"", "\"" + kind.wireName() + "\"")
                .replace(",\"text\":\"Filter changed\"", "");

        assertThat(Objects.requireNonNull(decoder.decode(bytes(silent), TEN).value()))
                .isEqualTo(new AlertAction(ID, kind, "李华", TEN, ""));
    }

    @Test
    void anActionMayNotComeFromTheFuture() {
        assertThat(decoder.decode(bytes(COMMENT), TEN - 2 * HOUR).rejection()).isNull();
        assertThat(decoder.decode(bytes(COMMENT), TEN - 2 * HOUR - 1000))
                .isEqualTo(Decoded.rejected(
                        new Rejection(RejectionReason.FUTURE_TIMESTAMP, "at", "7201 s after its arrival"),
                        TEN - 2 * HOUR - 1000));
    }

    @Test
    void withoutAnArrivalTheActionsTimeStandsForIt() {
        String file = COMMENT.replace("received_timestamp", "received").replace("\"comment\"", "\"close\"");

        assertThat(decoder.decode(bytes(file), UNKNOWN_TIME))
                .isEqualTo(Decoded.rejected(
                        new Rejection(
                                RejectionReason.UNKNOWN_VALUE,
                                "action",
                                "'close' is none of ack, assign, comment, rectified"),
                        TEN,
                        UNKNOWN_TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "6225880112345678, ****************",
        "Card 6225 8801 1234 5678 was cloned, Card **** **** **** **** was cloned",
        "６２２５８８０１１２３４５６７８, ****************",
        "Line 4 on 2026-03-05, Line 4 on 2026-03-05",
    })
    void masksWhatMayBeACardNumber(String written, String kept) {
        AlertAction action =
                Objects.requireNonNull(decoder.decode(bytes(COMMENT.replace("Filter changed", written)), TEN)
                        .value());
        AlertAction signed = Objects.requireNonNull(
                decoder.decode(bytes(COMMENT.replace("李华", written)), TEN).value());

        assertThat(action.text()).isEqualTo(kept);
        assertThat(signed.actor()).isEqualTo(kept);
    }

    @Test
    void showsAPayloadWithItsAlertAndWithoutCardNumbers() {
        String payload = COMMENT.replace("Filter changed", "6225880112345678");

        assertThat(decoder.show(bytes(payload)))
                .isEqualTo(new ShownPayload(COMMENT.replace("Filter changed", "****************"), "utf8"));
    }

    @Test
    void showsNoAlertThatMayBeACardNumber() {
        String payload = COMMENT.replace(ID, "62258801123456786225880112345678");

        assertThat(decoder.show(bytes(payload)).text()).contains("\"alert_id\":\"" + "*".repeat(32) + "\"");
    }

    @Test
    void showsTheBeginningOfWhatIsTooLarge() {
        byte[] large = Arrays.copyOf(bytes(COMMENT), Feed.MAX_PAYLOAD_BYTES + 1);

        assertThat(Objects.requireNonNull(decoder.decode(large, TEN).rejection())
                        .reason())
                .isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(decoder.show(large).text()).hasSizeLessThanOrEqualTo(1024).startsWith(COMMENT);
    }

    @Test
    void showsWhatIsNoTextAsBytesAndEscapesNotAtAll() {
        assertThat(decoder.show("é".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new ShownPayload("6Q==", "base64"));
        assertThat(decoder.show(bytes(COMMENT.replace("Filter", "\\u0036225880112345678"))))
                .isEqualTo(ShownPayload.REDACTED);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_ALERT, UNKNOWN_VALUE, alert_id",
        "BEFORE_ONSET, OUT_OF_RANGE, at",
        "OUT_OF_ORDER, OUT_OF_RANGE, at",
        "ALREADY_ACKNOWLEDGED, UNKNOWN_VALUE, action",
        "ALREADY_RECTIFIED, UNKNOWN_VALUE, action",
        "ALERT_RETRACTED, UNKNOWN_VALUE, action",
        "MISSING_TEXT, BAD_FORMAT, text",
    })
    void tellsWhyAnActionWasNotApplied(ActionRejection why, RejectionReason reason, String field) {
        Rejection rejection = Objects.requireNonNull(AlertActionDecoder.rejection(why));

        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
        assertThat(rejection.detail()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(ActionRejection.class)
    void onlyADuplicateMakesNoDeadLetter(ActionRejection why) {
        assertThat(AlertActionDecoder.rejection(why) == null).isEqualTo(why == ActionRejection.DUPLICATE);
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
