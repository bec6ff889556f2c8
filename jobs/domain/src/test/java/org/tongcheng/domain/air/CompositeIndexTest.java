package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.domain.air.AirValues.six;
import static org.tongcheng.domain.feed.AirItem.CO;
import static org.tongcheng.domain.feed.AirItem.NO2;
import static org.tongcheng.domain.feed.AirItem.O3;
import static org.tongcheng.domain.feed.AirItem.PM10;
import static org.tongcheng.domain.feed.AirItem.PM2_5;
import static org.tongcheng.domain.feed.AirItem.SO2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.AirItem;

class CompositeIndexTest {

    @Test
    void addsTheRatiosToTheLimits() {
        CompositeIndex index = index(days("12 20 72 2 80 45"));

        assertThat(published(index, SO2)).isEqualByComparingTo("0.2");
        assertThat(published(index, NO2)).isEqualByComparingTo("0.5");
        assertThat(published(index, PM10)).isEqualByComparingTo("1.2");
        assertThat(published(index, CO)).isEqualByComparingTo("0.5");
        assertThat(published(index, O3)).isEqualByComparingTo("0.5");
        assertThat(published(index, PM2_5)).isEqualByComparingTo("1.5");
        assertThat(CompositeIndex.published(Objects.requireNonNull(index.composite())))
                .isEqualByComparingTo("4.4");
        assertThat(index.daysValid()).isEqualTo(1);
    }

    @Test
    void roundsOnlyTheSum() {
        // 0.134375 six-fold over limits of 160: each would round to 0.13, together they are 0.80625.
        Fraction part = Fraction.of(new BigDecimal("0.134375"));
        Map<AirItem, Fraction> values = new EnumMap<>(AirItem.class);
        for (AirItem item : AirItem.values()) {
            values.put(item, part.times(Fraction.of(YearLimits.FROM_2026.of(item))));
        }

        CompositeIndex index = index(List.of(values));

        assertThat(published(index, NO2)).isEqualByComparingTo("0.13");
        assertThat(CompositeIndex.published(Objects.requireNonNull(index.composite())))
                .isEqualByComparingTo("0.81");
    }

    @Test
    void hasNoCompositeWithoutAllSix() {
        CompositeIndex index = index(days("12 20 72 2 - 45", "12 20 72 2 - -"));

        assertThat(index.composite()).isNull();
        assertThat(index.indices()).containsOnlyKeys(SO2, NO2, PM10, CO, PM2_5);
        assertThat(index.daysValid()).isZero();
    }

    @Test
    void gathersEachItemFromItsOwnValidDays() {
        CompositeIndex index = index(days("12 20 72 2 - 45", "24 - 72 2 80 45"));

        assertThat(published(index, SO2)).isEqualByComparingTo("0.3");
        assertThat(published(index, NO2)).isEqualByComparingTo("0.5");
        assertThat(index.composite()).isNotNull();
        assertThat(index.daysValid()).isZero();
    }

    @Test
    void weighsItemsInTheSumOnly() {
        IndexWeights weights = new IndexWeights(Map.of(PM2_5, new BigDecimal("2")));

        CompositeIndex index = CompositeIndex.of(days("12 20 72 2 80 45"), YearLimits.FROM_2026, weights);

        assertThat(published(index, PM2_5)).isEqualByComparingTo("1.5");
        assertThat(CompositeIndex.published(Objects.requireNonNull(index.composite())))
                .isEqualByComparingTo("5.9");
        assertThatThrownBy(() -> new IndexWeights(Map.of(PM10, new BigDecimal("-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the weight of pm10 is negative: -1");
    }

    @Test
    void interpolatesPercentilesBetweenRanks() {
        List<Fraction> tens = IntStream.rangeClosed(1, 10)
                .mapToObj(value -> Fraction.of(BigDecimal.valueOf(value * 10L)))
                .toList();

        assertThat(CompositeIndex.percentile(tens, new BigDecimal("0.90")).rounded(2))
                .isEqualByComparingTo("91");
        assertThat(CompositeIndex.percentile(tens, new BigDecimal("0.95")).rounded(2))
                .isEqualByComparingTo("95.5");
        assertThat(CompositeIndex.percentile(tens.subList(2, 3), new BigDecimal("0.95"))
                        .rounded(2))
                .isEqualByComparingTo("30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 60 40 70 4 160 35",
        "2026-03-01, 60 40 60 4 160 30",
        "2030-12-31, 60 40 60 4 160 30",
        "2031-01-01, 20 30 50 4 160 25"
    })
    void dividesByTheLimitsOfTheDay(LocalDate day, String limits) {
        six(limits).forEach((item, limit) -> assertThat(YearLimits.on(day).of(item))
                .isEqualTo(limit));
    }

    @Property
    void liesBetweenTheSmallestAndTheLargest(
            @ForAll @Size(min = 1, max = 31) List<@IntRange(max = 500) Integer> values,
            @ForAll @IntRange(max = 100) int percent) {
        List<Fraction> fractions = values.stream()
                .map(value -> Fraction.of(BigDecimal.valueOf(value)))
                .toList();

        Fraction percentile = CompositeIndex.percentile(fractions, BigDecimal.valueOf(percent, 2));

        assertThat(percentile)
                .isGreaterThanOrEqualTo(
                        fractions.stream().min(Fraction::compareTo).orElseThrow())
                .isLessThanOrEqualTo(fractions.stream().max(Fraction::compareTo).orElseThrow());
    }

    private static CompositeIndex index(List<Map<AirItem, Fraction>> days) {
        return CompositeIndex.of(days, YearLimits.FROM_2026, IndexWeights.EQUAL);
    }

    private static List<Map<AirItem, Fraction>> days(String... days) {
        return Arrays.stream(days)
                .map(day -> {
                    Map<AirItem, Fraction> values = new EnumMap<>(AirItem.class);
                    six(day).forEach((item, value) -> values.put(item, Fraction.of(value)));
                    return values;
                })
                .toList();
    }

    private static BigDecimal published(CompositeIndex index, AirItem item) {
        return CompositeIndex.published(Objects.requireNonNull(index.indices().get(item)));
    }
}
