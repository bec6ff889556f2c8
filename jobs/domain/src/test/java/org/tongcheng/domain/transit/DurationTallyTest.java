package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DurationTallyTest {

    private record Change(int seconds, int sign) {}

    @Test
    void countsWhatCameAndWhatCameUndone() {
        DurationTally tally = new DurationTally();
        assertThat(tally.counts()).isEqualTo(DurationCounts.NONE);
        for (int seconds : new int[] {0, 600, 1023, 1024, 1024, 5000, 21_600, 700}) {
            tally.add(seconds, 1);
        }
        tally.add(700, -1);
        tally.add(600, -1);
        tally.add(600, -1);
        assertThat(tally.counts())
                .isEqualTo(new DurationCounts(
                        new int[] {0, 600, 1023, 1024, 5000, 21_600}, new long[] {1, -1, 1, 2, 1, 1}));
    }

    @Property
    void countsLikeTheSumOfItsChanges(@ForAll List<@From("changes") Change> changes) {
        DurationTally tally = new DurationTally();
        DurationCounts sum = DurationCounts.NONE;
        for (Change change : changes) {
            tally.add(change.seconds, change.sign);
            sum = sum.plus(new DurationCounts(new int[] {change.seconds}, new long[] {change.sign}));
        }
        assertThat(tally.counts()).isEqualTo(sum);
    }

    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<Integer> seconds = Arbitraries.oneOf(
                Arbitraries.of(0, 1023, 1024, 2048, 21_600),
                Arbitraries.integers().between(0, 21_600));
        return Combinators.combine(seconds, Arbitraries.of(1, -1)).as(Change::new);
    }
}
