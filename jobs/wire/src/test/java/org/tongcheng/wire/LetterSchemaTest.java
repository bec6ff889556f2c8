package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;

class LetterSchemaTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonSchema DEAD_LETTERS = JsonSchema.of("deadletters");

    static Stream<Path> invalidRecords() {
        return Arrays.stream(Feed.values()).flatMap(feed -> Examples.invalid(feed.topic()));
    }

    @ParameterizedTest
    @MethodSource("invalidRecords")
    void everyRejectedExampleMakesADeadLetterOfTheSchema(Path example) {
        byte[] payload = Examples.read(example);
        FeedDecoder<? extends FeedRecord> decoder = Examples.decoder(Examples.feedOf(example), KnownSites.anySite());

        byte[] letter = DeadLetterCodec.encode(letter(decoder, payload), SHANGHAI);

        assertThat(DEAD_LETTERS.faults(letter))
                .as(new String(letter, StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    void lettersAreOfTheirSchemas() {
        assertThat(DEAD_LETTERS.faults(DeadLetterCodec.encode(LetterCodecsTest.SHORT, SHANGHAI)))
                .isEmpty();
        assertThat(JsonSchema.of("late").faults(LateCodec.encode(LetterCodecsTest.LATE, SHANGHAI)))
                .isEmpty();
        assertThat(JsonSchema.of("ledger").faults(LedgerCodec.encode(LetterCodecsTest.MINUTES)))
                .isEmpty();
    }

    private static <T extends FeedRecord> DeadLetter letter(FeedDecoder<T> decoder, byte[] payload) {
        Decoded<T> decoded = decoder.decode(payload, FeedRecord.UNKNOWN_TIME);
        Rejection rejection = Objects.requireNonNull(decoded.rejection());
        ShownPayload shown = decoder.show(payload, decoded);
        String topic = decoder.feed().topic();
        return new DeadLetter(
                topic,
                rejection.reason(),
                rejection.field(),
                rejection.detail(),
                shown.text(),
                shown.encoding(),
                topic,
                0,
                7,
                decoded.recordedAt());
    }
}
