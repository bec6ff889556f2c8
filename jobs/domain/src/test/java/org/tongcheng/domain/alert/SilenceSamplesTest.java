package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.hour;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SilenceSamplesTest {

    private static final AlertRule RULE = RuleDraft.of(RuleKind.NO_DATA, "blue 3/1, yellow 6/1")
            .setting("period_minutes", "60")
            .build();

    @Test
    void countsSilentPeriodsUpToTheGreatestThreshold() {
        assertThat(upTo(hour(12), List.of(hour(1), hour(4) + 60_000)))
                .containsExactly(
                        "1.0=0", "2.0=1", "3.0=2", "4.0=3", "4.1=0", "5.1=1", "6.1=2", "7.1=3", "8.1=4", "9.1=5",
                        "10.1=6");
    }

    @Test
    void countsFromTheStartWhatWasNeverHeard() {
        assertThat(upTo(hour(3), List.of())).containsExactly("1.0=1", "2.0=2", "3.0=3");
        assertThat(upTo(hour(3) - 1, List.of())).containsExactly("1.0=1", "2.0=2");
    }

    @Test
    void aPeriodThatEndsWhenSomethingIsHeardWasNotSilent() {
        assertThat(upTo(hour(2), List.of(hour(1), hour(2)))).containsExactly("1.0=0", "2.0=0");
    }

    @Test
    void raisesWhenSilentLongEnoughAndEndsWhenHeardAgain() {
        List<Sample> samples =
                SilenceSamples.upTo(hour(20), RULE, "1431A", hour(0), List.of(hour(1), hour(9)), List.of());
        AlertFold fold = AlertFold.of(new AlertMachine(RULE, RuleDraft.CHENGDU, List.of()), AlertMemory.QUIET, samples);

        assertThat(fold.episodes()).hasSize(2);
        assertThat(fold.episodes().get(0).changes())
                .extracting(AlertChange::at)
                .containsExactly(hour(4), hour(7), hour(9));
        assertThat(fold.episodes().get(0).changes().get(0).evidence())
                .containsExactly(new Evidence("1431A", hour(1), null));
    }

    @Test
    void oneSampleTellsWholePeriods() {
        assertThat(SilenceSamples.at(hour(4) - 1, RULE, "1431A", hour(1)).value())
                .isEqualTo("2");
        assertThat(SilenceSamples.at(hour(4), RULE, "1431A", hour(1)))
                .isEqualTo(new Sample(
                        hour(4),
                        java.math.BigDecimal.valueOf(3),
                        null,
                        false,
                        List.of(new Evidence("1431A", hour(1), null)),
                        null));
    }

    @Test
    void aLookTellsOfASilenceThatHasReachedItsGreatestThreshold() {
        List<Long> looks = List.of(hour(1), hour(9) + 60_000, hour(12));
        List<Sample> samples = SilenceSamples.upTo(hour(12), RULE, "1431A", hour(0), List.of(hour(1)), looks);

        assertThat(samples).hasSize(9);
        assertThat(samples).last().isEqualTo(SilenceSamples.at(hour(12), RULE, "1431A", hour(1)));
        assertThat(samples.get(7)).isEqualTo(SilenceSamples.at(hour(9) + 60_000, RULE, "1431A", hour(1)));
    }

    @Property(tries = 300)
    void samplesAreInOrderAndAgreeWithAskingAtAnyTime(
            @ForAll List<@IntRange(min = 1, max = 4000) Integer> minutes, @ForAll @IntRange(max = 5000) int end) {
        List<Long> heard = new TreeSet<>(minutes)
                .stream()
                        .map(minute -> RuleDraft.START + minute * 60_000L)
                        .filter(time -> time <= RuleDraft.START + end * 60_000L)
                        .toList();
        long now = RuleDraft.START + end * 60_000L;
        List<Sample> samples = SilenceSamples.upTo(now, RULE, "a", hour(0), heard, List.of(now));

        assertThat(samples).extracting(Sample::time).isSorted().doesNotHaveDuplicates();
        assertThat(samples).allMatch(sample -> sample.time() <= now);
        for (Sample sample : samples) {
            long last = heard.stream().filter(time -> time <= sample.time()).reduce(hour(0), (a, b) -> b);
            assertThat(SilenceSamples.at(sample.time(), RULE, "a", last)).isEqualTo(sample);
        }
    }

    private static Stream<String> upTo(long now, List<Long> heard) {
        return SilenceSamples.upTo(now, RULE, "1431A", hour(0), heard, List.of()).stream()
                .map(sample -> (sample.time() - hour(0)) / 3_600_000 + "."
                        + (sample.time() - hour(0)) % 3_600_000 / 60_000 + "=" + sample.value());
    }
}
