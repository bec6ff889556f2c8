package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTokenTest {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final CardToken token = new CardToken();

    @Property
    void keepsAll128BitsUnderVersion0(@ForAll long high, @ForAll long low) {
        assertThat(read(String.format("hk0:%016x%016x", high, low))).isTrue();
        assertThat(token.high()).isEqualTo(high);
        assertThat(token.low()).isEqualTo(low);
    }

    @Test
    void mixesTheVersionIntoTheUpperHalf() {
        assertThat(read("hk1:00112233445566778899aabbccddeeff")).isTrue();
        assertThat(token.high()).isEqualTo(0x0011223344556677L ^ FACTOR);
        assertThat(token.low()).isEqualTo(0x8899aabbccddeeffL);

        assertThat(read("hk12:00112233445566778899aabbccddeeff")).isTrue();
        assertThat(token.high()).isEqualTo(0x6a889682b328b68bL);
        assertThat(token.low()).isEqualTo(0x8899aabbccddeeffL);
    }

    @Test
    void keepsTheVersionsOfOneCardApart() {
        Set<Long> halves = new HashSet<>();
        for (int version = 0; version < 10_000; version++) {
            assertThat(read("hk" + version + ":00112233445566778899aabbccddeeff"))
                    .isTrue();
            halves.add(token.high());
        }

        assertThat(halves).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hk",
                "hk1",
                "hk:00112233445566778899aabbccddeeff",
                "hk1:00112233445566778899aabbccddeef",
                "hk1:00112233445566778899aabbccddeeff0",
                "hk1:00112233445566778899AABBCCDDEEFF",
                "hk1:g0112233445566778899aabbccddeeff",
                "hk1:001122334455667g8899aabbccddeeff",
                "hk1:0011223344556677g899aabbccddeeff",
                "hk1:00112233445566778899aabbccddeefg",
                "hk1:0011223344556677é99aabbccddeeff",
                "hk1;00112233445566778899aabbccddeeff",
                "hka:00112233445566778899aabbccddeeff",
                "hk/:00112233445566778899aabbccddeeff",
                "hk1a:00112233445566778899aabbccddeeff",
                "Hk1:00112233445566778899aabbccddeeff",
                "hK1:00112233445566778899aabbccddeeff",
                " hk1:00112233445566778899aabbccddeeff",
                "00112233445566778899aabbccddeeff",
                "6225880112345678"
            })
    void readsNothingElse(String text) {
        assertThat(read(text)).isFalse();
    }

    private boolean read(String text) {
        byte[] bytes = (">" + text + "<").getBytes(StandardCharsets.UTF_8);
        return token.read(bytes, 1, bytes.length - 1);
    }
}
