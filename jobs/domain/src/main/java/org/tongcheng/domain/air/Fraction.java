package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact quotient. Means of means stay exact in it, so that a tie at the one rounding at the end is a tie.
 *
 * @param numerator any integer
 * @param denominator positive, without a common divisor with the numerator
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    public static Fraction of(BigDecimal value) {
        return value.scale() > 0
                ? reduced(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Fraction(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /** {@code sum / count}. @throws ArithmeticException when count is 0 */
    public static Fraction mean(BigDecimal sum, int count) {
        return of(sum).dividedBy(BigDecimal.valueOf(count));
    }

    /** Arithmetic mean. @throws ArithmeticException when there are no values */
    public static Fraction mean(Iterable<Fraction> values) {
        Fraction sum = ZERO;
        int count = 0;
        for (Fraction value : values) {
            sum = sum.plus(value);
            count++;
        }
        return sum.dividedBy(BigDecimal.valueOf(count));
    }

    public Fraction plus(Fraction other) {
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException unless the divisor is positive */
    public Fraction dividedBy(BigDecimal divisor) {
        if (divisor.signum() <= 0) {
            throw new ArithmeticException("cannot divide by " + divisor);
        }
        Fraction other = of(divisor);
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Rounded half-even to so many decimals. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
    }

    /** The smallest integer that is not less. */
    public int roundedUp() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.CEILING)
                .intValueExact();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    }
}
