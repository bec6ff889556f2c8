package org.tongcheng.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TokenTextTest {

    @Test
    void writesTheDigitsThatTheTokenHad() {
        long high = TokenText.mixed(0x0123456789abcdefL, 1);

        assertThat(TokenText.of(high, 0x00000000000000ffL, 1)).isEqualTo("hk1:0123456789abcdef00000000000000ff");
        assertThat(TokenText.of(0x0123456789abcdefL, 0, 0)).isEqualTo("hk0:0123456789abcdef0000000000000000");
    }

    @Property
    void mixingTwiceGivesTheSame(@ForAll long high, @ForAll @IntRange(max = 1000) int version) {
        assertThat(TokenText.mixed(TokenText.mixed(high, version), version)).isEqualTo(high);
    }

    @Property
    void noTwoVersionsGiveOneToken(@ForAll long high, @ForAll @IntRange(max = 1000) int version) {
        assertThat(TokenText.mixed(high, version)).isNotEqualTo(TokenText.mixed(high, version + 1));
    }
}
