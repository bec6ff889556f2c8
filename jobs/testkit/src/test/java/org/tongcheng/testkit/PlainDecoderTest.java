package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.wire.Decoded;

class PlainDecoderTest {

    private static final PlainDecoder DECODER = new PlainDecoder(Feed.AIR_OBSERVATIONS);

    @Test
    void readsTheEventTime() {
        assertThat(decoded("123").value()).isEqualTo(new PlainRecord(123, 7, false));
        assertThat(DECODER.feed()).isEqualTo(Feed.AIR_OBSERVATIONS);
    }

    @ParameterizedTest
    @CsvSource({"12a, 1, MALFORMED_JSON", "'', 1, MALFORMED_JSON", "1, 65537, TOO_LARGE"})
    void rejectsTheRest(String text, int times, RejectionReason reason) {
        Decoded<PlainRecord> decoded = decoded(text.repeat(times));

        assertThat(Objects.requireNonNull(decoded.rejection()).reason()).isEqualTo(reason);
        assertThat(DECODER.show(bytes(text), decoded).text()).isEqualTo(text);
    }

    private static Decoded<PlainRecord> decoded(String text) {
        return DECODER.decode(bytes(text), 7);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
