package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Evidence;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;

class AlertCodecTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long TEN = 1_772_676_000_000L;
    private static final String ID = "6f1e0c7a93b2d45881ce07f2ab34d69e";

    private static final AlertTransition FULL = new AlertTransition(
            ID,
            "water-tp",
            2,
            "water-phosphorus",
            "water-joint/tuojiang",
            "water_section",
            AlertState.RESOLVED,
            Severity.ORANGE,
            new AlertEntity(EntityKind.WATER_SECTION, "w0041", "永安大桥", "Yongan Bridge", "510100"),
            TEN,
            TEN - 3_600_000,
            TEN + 125,
            4,
            new BigDecimal("0.0105"),
            new BigDecimal("2E+2"),
            new AlertTexts("总磷", "TP", "总磷已降。", "TP has fallen."),
            List.of(new Evidence("w0041", TEN, new BigDecimal("0.0105")), new Evidence("w0042", TEN, null)),
            1,
            EndReason.CLEARED,
            new AlertHandling(
                    TEN,
                    HandlingStatus.RECTIFIED,
                    "王芳",
                    TEN + 60_000,
                    2,
                    new AlertAction(ID, ActionKind.RECTIFIED, "王芳", TEN + 60_000, "已修")));

    private static final AlertTransition SPARE = new AlertTransition(
            ID,
            "water-tp",
            1,
            "water-tp",
            "",
            "water_section",
            AlertState.NO_DATA,
            Severity.BLUE,
            new AlertEntity(EntityKind.REGION, "chengdu", "", "", ""),
            TEN,
            null,
            TEN,
            0,
            null,
            null,
            new AlertTexts("a", "b", "c", "d"),
            List.of(),
            0,
            null,
            new AlertHandling(TEN, HandlingStatus.OPEN, null, null, 0, null));

    @Test
    void writesATransitionInTheOrderOfTheContract() {
        assertThat(text(FULL))
                .isEqualTo("{\"alert_id\":\"" + ID
                        + "\",\"rule_id\":\"water-tp\",\"rule_version\":2,\"family\":\"water-phosphorus\","
                        + "\"joint\":\"water-joint/tuojiang\",\"measurement\":\"water_section\","
                        + "\"state\":\"resolved\",\"severity\":\"orange\","
                        + "\"entity\":{\"kind\":\"water_section\",\"id\":\"w0041\",\"name_zh\":\"永安大桥\","
                        + "\"name_en\":\"Yongan Bridge\",\"city_code\":\"510100\"},"
                        + "\"onset\":\"2026-03-05T10:00:00+08:00\",\"corrected_onset\":\"2026-03-05T09:00:00+08:00\","
                        + "\"at\":\"2026-03-05T10:00:00.125+08:00\","
                        + "\"sequence\":4,\"value\":0.0105,\"threshold\":200,"
                        + "\"title_zh\":\"总磷\",\"title_en\":\"TP\",\"text_zh\":\"总磷已降。\","
                        + "\"text_en\":\"TP has fallen.\","
                        + "\"evidence\":[{\"entity_id\":\"w0041\",\"time\":\"2026-03-05T10:00:00+08:00\",\"value\":0.0105},"
                        + "{\"entity_id\":\"w0042\",\"time\":\"2026-03-05T10:00:00+08:00\"}],"
                        + "\"flaps\":1,\"end_reason\":\"cleared\","
                        + "\"handling\":{\"status\":\"rectified\",\"assignee\":\"王芳\","
                        + "\"rectified_at\":\"2026-03-05T10:01:00+08:00\",\"comments\":2,"
                        + "\"last\":{\"action\":\"rectified\",\"actor\":\"王芳\","
                        + "\"at\":\"2026-03-05T10:01:00+08:00\",\"text\":\"已修\"}}}");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        assertThat(text(SPARE))
                .isEqualTo("{\"alert_id\":\"" + ID
                        + "\",\"rule_id\":\"water-tp\",\"rule_version\":1,\"measurement\":\"water_section\","
                        + "\"state\":\"no_data\",\"severity\":\"blue\","
                        + "\"entity\":{\"kind\":\"region\",\"id\":\"chengdu\"},"
                        + "\"onset\":\"2026-03-05T10:00:00+08:00\",\"at\":\"2026-03-05T10:00:00+08:00\","
                        + "\"sequence\":0,\"title_zh\":\"a\",\"title_en\":\"b\",\"text_zh\":\"c\",\"text_en\":\"d\","
                        + "\"flaps\":0,\"handling\":{\"status\":\"open\",\"comments\":0}}");
        assertThat(text(SPARE.with(null))).doesNotContain("handling");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(AlertCodec.decode(AlertCodec.encode(SPARE, SHANGHAI))).isEqualTo(Decoded.of(SPARE, TEN));
        AlertTransition full = Objects.requireNonNull(
                AlertCodec.decode(AlertCodec.encode(FULL, ZoneOffset.UTC)).value());
        assertThat(full.threshold()).isEqualTo(new BigDecimal("200"));
        assertThat(full.handling()).isEqualTo(FULL.handling());
        assertThat(text(full)).isEqualTo(text(FULL));
    }

    @Test
    void keysByTheAlert() {
        assertThat(AlertCodec.key(FULL)).isEqualTo(ID.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"0.50, 0.5", "0.000, 0", "1E+3, 1000", "-1.0E-7, -0.0000001", "163, 163"})
    void writesANumberInItsOneSpelling(BigDecimal number, String spelling) {
        AlertTransition alert = RandomAlerts.withValue(SPARE, number);

        assertThat(text(alert)).contains("\"value\":" + spelling + ",");
    }

    @Test
    void ignoresNamesThatATransitionDoesNotHave() {
        byte[] later = bytes(text(SPARE).replaceFirst("\\{", "{\"delivered\":[{\"to\":[1,null,\"x\"]}],"));

        assertThat(AlertCodec.decode(later).value()).isEqualTo(SPARE);
    }

    @Test
    void namesTheFieldAtFault() {
        String negative = text(FULL).replace("\"comments\":2", "\"comments\":-2");
        assertThat(AlertCodec.decode(bytes(negative)))
                .isEqualTo(Decoded.rejected(
                        new Rejection(RejectionReason.OUT_OF_RANGE, "handling.comments", "not in 0 to 2147483647"),
                        TEN + 125));

        String point = text(FULL).replace(",{\"entity_id\":\"w0042\"", ",{\"entity\":\"w0042\"");
        assertThat(rejection(point))
                .isEqualTo(new Rejection(
                        RejectionReason.MISSING_FIELD, "evidence.1.entity_id", "required, but absent or null"));

        assertThat(rejection(text(SPARE).replace("no_data", "ok")))
                .isEqualTo(new Rejection(
                        RejectionReason.UNKNOWN_VALUE,
                        "state",
                        "'ok' is none of firing, recovering, resolved, retracted, no_data, muted"));

        assertThat(rejection(text(SPARE).replace(ID, "x")))
                .isEqualTo(new Rejection(
                        RejectionReason.BAD_FORMAT, "alert_id", "'x' does not have the form [0-9a-f]{32}"));
    }

    @Test
    void showsNoCardNumberInARejection() {
        String card = text(SPARE)
                .replace("\"kind\":\"region\",\"id\":\"chengdu\"", "\"kind\":\"token\",\"id\":\"6225880112345678\"");

        assertThat(rejection(card))
                .isEqualTo(new Rejection(
                        RejectionReason.RAW_CARD_NUMBER,
                        "entity.id",
                        "a card is known by its token, and this is none"));
    }

    @Test
    void whatIsNoJsonArrivedAtNoKnownTime() {
        assertThat(AlertCodec.decode(bytes("[]")).arrivedAt()).isEqualTo(FeedRecord.UNKNOWN_TIME);
    }

    private static Rejection rejection(String payload) {
        return Objects.requireNonNull(AlertCodec.decode(bytes(payload)).rejection());
    }

    private static String text(AlertTransition alert) {
        return new String(AlertCodec.encode(alert, SHANGHAI), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
