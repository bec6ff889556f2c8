package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DurationCountsTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NINETY_FIVE = new BigDecimal("0.95");

    @Test
    void interpolatesBetweenNeighbours() {
        DurationCounts counts = one(600).plus(one(1200)).plus(one(1200));
        assertThat(counts.percentile(HALF)).isEqualByComparingTo("1200");
        assertThat(counts.percentile(new BigDecimal("0.25"))).isEqualByComparingTo("900");
        assertThat(one(77).percentile(NINETY_FIVE)).isEqualByComparingTo("77");
        assertThat(counts).hasSameHashCodeAs(one(1200).plus(one(600)).plus(one(1200)));
    }

    @Test
    void aJourneyThatCameUndoneLeavesNothing() {
        DurationCounts counts = one(600).plus(new DurationCounts(new int[] {600}, new long[] {-1}));
        assertThat(counts).isEqualTo(DurationCounts.NONE);
        assertThatThrownBy(() -> counts.percentile(HALF)).isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 500)
    void equalsSortingAllDurations(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 900) Integer> durations) {
        DurationCounts counts = DurationCounts.NONE;
        for (int seconds : durations) {
            counts = counts.plus(one(seconds));
        }
        List<Integer> sorted = durations.stream().sorted().toList();
        double place = 0.95 * (sorted.size() - 1);
        int low = sorted.get((int) place);
        int high = sorted.get(Math.min((int) place + 1, sorted.size() - 1));
        assertThat(counts.total()).isEqualTo(sorted.size());
        assertThat(counts.percentile(NINETY_FIVE).doubleValue())
                .isCloseTo(low + (place - (int) place) * (high - low), org.assertj.core.data.Offset.offset(1e-6));
    }

    @Property(tries = 300)
    void mergingIsAssociativeAndCommutative(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 30) Integer> a,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 30) Integer> b,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 30) Integer> c) {
        assertThat(of(a).plus(of(b)).plus(of(c))).isEqualTo(of(c).plus(of(b).plus(of(a))));
    }

    private static DurationCounts of(List<Integer> durations) {
        return durations.stream().map(DurationCountsTest::one).reduce(DurationCounts.NONE, DurationCounts::plus);
    }

    private static DurationCounts one(int seconds) {
        return new DurationCounts(new int[] {seconds}, new long[] {1});
    }
}
