package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void keepsDecimalsExactly() {
        assertThat(Fraction.of(new BigDecimal("0.50"))).isEqualTo(new Fraction(BigInteger.ONE, BigInteger.TWO));
        assertThat(Fraction.of(new BigDecimal("1E+2")))
                .isEqualTo(new Fraction(BigInteger.valueOf(100), BigInteger.ONE));
    }

    @Test
    void roundsATieOfThirdsToTheEvenNeighbour() {
        Fraction third = Fraction.mean(BigDecimal.ONE, 3);
        Fraction tie = third.plus(third).plus(Fraction.mean(new BigDecimal("5"), 6));

        assertThat(tie.rounded(0)).isEqualByComparingTo("2");
        assertThat(tie.plus(Fraction.of(BigDecimal.ONE)).rounded(0)).isEqualByComparingTo("2");
    }

    @Test
    void refusesToDivideByNothing() {
        assertThatThrownBy(() -> Fraction.mean(BigDecimal.ONE, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.mean(List.of())).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void subtractsWhatItAdds(@ForAll("hundredths") Fraction a, @ForAll("hundredths") Fraction b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
    }

    @Property
    void multipliesWhatItDivides(
            @ForAll("hundredths") Fraction a, @ForAll @BigRange(min = "0.01", max = "900") @Scale(2) BigDecimal b) {
        assertThat(a.times(Fraction.of(b)).dividedBy(b)).isEqualTo(a);
    }

    @Property
    void comparesLikeItsDecimals(
            @ForAll @BigRange(min = "-9", max = "9") @Scale(2) BigDecimal a,
            @ForAll @BigRange(min = "-9", max = "9") @Scale(2) BigDecimal b) {
        assertThat(Integer.signum(Fraction.of(a).compareTo(Fraction.of(b)))).isEqualTo(a.compareTo(b));
    }

    @Property
    void hasOneMeanWhateverTheOrder(
            @ForAll @Size(min = 1, max = 24) List<@IntRange(max = 900) Integer> values, @ForAll long seed) {
        List<Fraction> fractions = new ArrayList<>(values.stream()
                .map(value -> Fraction.mean(BigDecimal.valueOf(value), 7))
                .toList());
        Fraction mean = Fraction.mean(fractions);

        Collections.shuffle(fractions, new Random(seed));

        assertThat(Fraction.mean(fractions)).isEqualTo(mean);
    }

    @Provide
    Arbitrary<Fraction> hundredths() {
        return Arbitraries.integers().between(-90_000, 90_000).map(value -> Fraction.of(BigDecimal.valueOf(value, 2)));
    }
}
