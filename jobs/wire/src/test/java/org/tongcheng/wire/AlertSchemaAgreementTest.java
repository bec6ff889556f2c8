package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;

/** Codecs, schemas and examples of alerts, actions and regions say the same. */
class AlertSchemaAgreementTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonSchema DEAD_LETTERS = JsonSchema.of("deadletters");

    private static final AlertActionDecoder ACTIONS = new AlertActionDecoder();

    private static final Map<String, Function<byte[], Decoded<?>>> CODECS = Map.of(
            "alerts", AlertCodec::decode,
            "alert.actions", payload -> ACTIONS.decode(payload, FeedRecord.UNKNOWN_TIME),
            "reference", ReferenceCodec::decode);

    static Stream<Path> validRecords() {
        return CODECS.keySet().stream().flatMap(Examples::valid);
    }

    static Stream<Path> invalidRecords() {
        return CODECS.keySet().stream().flatMap(Examples::invalid);
    }

    static Stream<Path> alerts() {
        return Examples.valid("alerts");
    }

    static Stream<Path> regions() {
        return Examples.valid("reference");
    }

    static Stream<Path> refused() {
        return Stream.of("alert.actions", "reference").flatMap(Examples::invalid);
    }

    @ParameterizedTest
    @MethodSource("validRecords")
    void bothTakeEveryValidExample(Path example) {
        assertThat(decode(example).rejection()).isNull();
        assertThat(JsonSchema.of(topic(example)).faults(Examples.read(example))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalidRecords")
    void bothRefuseEveryInvalidExampleForTheReasonInItsName(Path example) {
        Decoded<?> decoded = decode(example);

        String name = String.valueOf(example.getFileName());
        String reason = name.substring(0, name.indexOf('.'));
        assertThat(decoded.value()).isNull();
        assertThat(Objects.requireNonNull(decoded.rejection()).reason().wireName())
                .isEqualTo(reason);
        if (!reason.equals("malformed_json")) {
            assertThat(JsonSchema.of(topic(example)).accepts(Examples.read(example)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void writesEveryAlertAsItStandsInItsExample(Path example) {
        byte[] payload = Examples.read(example);
        AlertTransition alert =
                Objects.requireNonNull(AlertCodec.decode(payload).value());

        assertThat(text(AlertCodec.encode(alert, SHANGHAI))).isEqualTo(text(payload));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void writesTheFilesOfEveryRegionInOneOrder(Path example) {
        PublishedRegion region = Objects.requireNonNull(
                ReferenceCodec.decode(Examples.read(example)).value());

        assertThat(ReferenceCodec.decode(ReferenceCodec.encode(region)).value()).isEqualTo(region);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyRefusedExampleMakesADeadLetterOfTheSchema(Path example) {
        byte[] payload = Examples.read(example);
        String topic = topic(example);
        Rejection rejection = Objects.requireNonNull(decode(example).rejection());
        ShownPayload shown =
                topic.equals(AlertActionDecoder.TOPIC) ? ACTIONS.show(payload) : ReferenceCodec.show(payload);

        byte[] letter = DeadLetterCodec.encode(
                new DeadLetter(
                        topic,
                        rejection.reason(),
                        rejection.field(),
                        rejection.detail(),
                        shown.text(),
                        shown.encoding(),
                        topic,
                        0,
                        7,
                        FeedRecord.UNKNOWN_TIME),
                SHANGHAI);

        assertThat(DEAD_LETTERS.faults(letter)).as(text(letter)).isEmpty();
    }

    private static Decoded<?> decode(Path example) {
        return Objects.requireNonNull(CODECS.get(topic(example))).apply(Examples.read(example));
    }

    private static String topic(Path example) {
        return example.getName(example.getNameCount() - 2).toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
