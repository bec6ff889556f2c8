package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.00, 0",
        "0e999999999999999999, 0",
        "2.70, 2.7",
        "2.705, 2.705",
        "25e-1, 2.5",
        "30, 30",
        "3e1, 30",
        "3E+1, 30",
        "300e-1, 30",
        "-12.340, -12.34",
        "0.0105, 0.0105",
        "0.0105e4, 105",
        "1e-000000000000000000002, 0.01",
        "999999999999999999, 999999999999999999",
    })
    void hasOneSpellingPerValue(String text, String expected) {
        NumberText number = NumberText.of(text);

        assertThat(number.value()).isEqualTo(new BigDecimal(expected));
        assertThat(number.text()).isEqualTo(text);
    }

    @Property
    void readsEveryNumberExactly(
            @ForAll long unscaled, @ForAll @IntRange(max = 40) int scale, @ForAll @LongRange(max = 5) long zeros) {
        BigDecimal value = BigDecimal.valueOf(unscaled, scale);
        String text = value.toPlainString() + (scale == 0 ? "." : "") + "0".repeat((int) zeros + 1);

        NumberText number = NumberText.of(text);

        if (number.isHuge()) {
            assertThat(value.abs()).isGreaterThanOrEqualTo(new BigDecimal("1e18"));
        } else {
            BigDecimal read = Objects.requireNonNull(number.value());
            assertThat(read).isEqualByComparingTo(value);
            assertThat(read.scale()).isBetween(0, scale);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e18", "1000000000000000000", "-1e18", "1e999999999", "1e99999999999999999999999", "0.1e19"})
    void knowsWhatIsHugeWithoutExpandingIt(String text) {
        NumberText number = NumberText.of(text);

        assertThat(number.isHuge()).isTrue();
        assertThat(number.isInteger()).isTrue();
        assertThat(number.isTooFine()).isFalse();
        assertThat(number.value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-41", "-1e-41", "1e-999999999", "1e-99999999999999999999999", "0.1e-40"})
    void knowsWhatIsTooFineWithoutExpandingIt(String text) {
        NumberText number = NumberText.of(text);

        assertThat(number.isTooFine()).isTrue();
        assertThat(number.isInteger()).isFalse();
        assertThat(number.isHuge()).isFalse();
        assertThat(number.value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.0, true", "10e-1, true", "1.5, false", "1.5e1, true", "1e-40, false", "0.0, true"})
    void isAnIntegerByItsValue(String text, boolean expected) {
        assertThat(NumberText.of(text).isInteger()).isEqualTo(expected);
        assertThat(NumberText.of(text).value()).isNotNull();
    }
}
