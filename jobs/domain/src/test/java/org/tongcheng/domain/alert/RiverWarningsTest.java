package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.domain.alert.RuleDraft.hour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiverWarningsTest {

    private static final RiverReach TEN_HOURS = new RiverReach("sanchuan", "201", 10 * 3_600_000L);
    private static final AlertRule RULE = RuleDraft.of(RuleKind.RIVER_PROPAGATION, "blue 1/1, orange 2/2")
            .setting("tolerance_hours", "6")
            .build();

    @Test
    void anExceedanceWarnsEachSectionBelowWithItsTime() {
        RiverNetwork river = RiverNetwork.of(List.of(reach("a", "b", 3), reach("b", "c", 4), reach("x", "c", 1)));

        assertThat(river.below("a")).containsExactly(reach("a", "b", 3), reach("a", "c", 7));
        assertThat(river.below("x")).containsExactly(reach("x", "c", 1));
        assertThat(river.below("c")).isEmpty();
    }

    @Test
    void aCyclicRiverIsRefused() {
        assertThatThrownBy(() -> RiverNetwork.of(
                        List.of(reach("z", "a", 1), reach("a", "b", 1), reach("b", "c", 1), reach("c", "a", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the river runs in a circle: a > b > c");
        assertThatThrownBy(() -> RiverNetwork.of(List.of(reach("a", "a", 1))))
                .hasMessage("the river runs in a circle: a");
    }

    @Test
    void aRiverThatPartsIsRefused() {
        assertThatThrownBy(() -> RiverNetwork.of(List.of(reach("a", "b", 1), reach("a", "c", 1))))
                .hasMessage("section a has two sections below it");
    }

    @Test
    void isOpenUntilTheSectionReports() {
        assertThat(warnings("0=1.5", "", 5)).containsExactly("0 blue open");
        assertThat(warnings("0=1", "", 5)).isEmpty();
        assertThat(new RiverWarnings(RULE, List.of()).warnings(Map.of(TEN_HOURS, series("0=1.5")), hour(5)))
                .containsExactly(new EarlyWarning(
                        TEN_HOURS, new BigDecimal("1.5"), Severity.BLUE, hour(0), null, Long.MAX_VALUE))
                .allMatch(warning -> warning.expectedAt() == hour(10));
    }

    @Test
    void isConfirmedByTheFirstExceedanceBelow() {
        assertThat(warnings("0=1.5", "0=0.5 4=0.5 8=1.2", 8)).containsExactly("0 blue confirmed@8");
        assertThat(warnings("0=1.5", "12=1.2", 12)).containsExactly("0 blue confirmed@12");
        assertThat(warnings("4=1.5", "4=x 12=1.2", 12)).containsExactly("4 blue confirmed@12");
        assertThat(warnings("0=1.5", "12=1.2", 11)).containsExactly("0 blue open");
    }

    @Test
    void isDismissedWhenTheWaterArrivesWithoutTheExceedance() {
        assertThat(warnings("0=1.5", "8=0.5 9=0.5", 9)).containsExactly("0 blue open");
        assertThat(warnings("0=1.5", "8=0.5 10=1 12=2", 16)).containsExactly("0 blue dismissed@10");
    }

    @Test
    void expiresWhenNothingIsHeard() {
        assertThat(warnings("0=1.5", "17=1.5", 15)).containsExactly("0 blue open");
        assertThat(warnings("0=1.5", "17=1.5", 20)).containsExactly("0 blue expired@16");
        assertThat(warnings("0=1.5", "16=1.5", 16)).containsExactly("0 blue confirmed@16");
        assertThat(warnings("0=1.5", "12=x m13=3", 16)).containsExactly("0 blue expired@16");
    }

    @Test
    void thereIsNoWarningOfWhatIsThereAlready() {
        assertThat(warnings("0=1.5 4=1.6 8=1.7", "2=1.5 6=0.8 9=1.1", 9))
                .containsExactly("0 blue confirmed@2", "8 blue confirmed@9");
        assertThat(warnings("4=1.6", "4=1.1", 4)).isEmpty();
        assertThat(warnings("4=1.6", "2=1.1 3=x m4=0.1", 4)).isEmpty();
        assertThat(warnings("m0=3 1=x", "", 4)).isEmpty();
    }

    @Test
    void samplesTellTheWorstOpenWarningAndThenWhatBecameOfIt() {
        List<Sample> samples = samples("0=1.5 4=2.5 8=1.2", "10=0.5 14=0.6 20=0.7", 20);

        assertThat(shown(samples))
                .containsExactly(
                        "0=1.5 blue",
                        "4=2.5 orange",
                        "8=2.5 orange",
                        "10=2.5 orange",
                        "14=1.2 blue",
                        "20=1.2 dismissed");
        assertThat(samples.get(1).evidence())
                .containsExactly(
                        new Evidence("sanchuan", hour(4), new BigDecimal("2.5")), new Evidence("201", hour(14), null));
    }

    @Test
    void theMachineRaisesTheWarningAndEndsItWithItsOutcome() {
        AlertFold fold = AlertFold.of(
                new AlertMachine(RULE, RuleDraft.CHENGDU, List.of()),
                AlertMemory.QUIET,
                samples("0=1.5 4=2.5", "12=1.3", 20));

        assertThat(fold.episodes()).hasSize(1);
        assertThat(fold.episodes().get(0).changes())
                .extracting(change -> change.state() + " " + change.severity() + " " + change.endReason())
                .containsExactly("FIRING BLUE null", "FIRING ORANGE null", "RESOLVED ORANGE CONFIRMED");
        assertThat(fold.episodes().get(0).changes().get(1).threshold()).isEqualTo("2");
    }

    @Test
    void warningsFromSeveralSectionsAreToldInOrder() {
        RiverReach other = new RiverReach("bajiao", "201", 2 * 3_600_000L);
        List<EarlyWarning> warnings = new RiverWarnings(RULE, List.of())
                .warnings(
                        Map.of(
                                TEN_HOURS,
                                series("0=1.5 3=1.5"),
                                other,
                                series("0=1.5 2=1.5"),
                                new RiverReach("a", "201", 1),
                                series("0=1.5")),
                        hour(3));

        assertThat(warnings)
                .extracting(warning -> warning.way().fromId())
                .containsExactly("a", "bajiao", "sanchuan", "bajiao", "sanchuan");
    }

    @Property(tries = 500)
    void everyWarningIsDecidedInTimeAndSamplesAreInOrder(
            @ForAll("rivers") String upstream, @ForAll("rivers") String own, @ForAll @IntRange(max = 60) int now) {
        List<EarlyWarning> warnings =
                new RiverWarnings(RULE, series(own)).warnings(Map.of(TEN_HOURS, series(upstream)), hour(now));

        for (EarlyWarning warning : warnings) {
            long expires = warning.expectedAt() + 6 * 3_600_000L;
            boolean open = warning.outcome() == null;
            assertThat(open).isEqualTo(warning.decidedAt() == Long.MAX_VALUE);
            assertThat(open && hour(now) >= expires).isFalse();
            assertThat(open || (warning.decidedAt() > warning.at() && warning.decidedAt() <= expires))
                    .isTrue();
        }
        assertThat(samples(upstream, own, now))
                .extracting(Sample::time)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(samples(upstream, own, now)).allMatch(sample -> sample.value() != null);
    }

    @Provide
    static Arbitrary<String> rivers() {
        return Arbitraries.of("0.5", "1.5", "2.5", "x").list().ofMaxSize(12).map(values -> {
            List<String> spelled = new ArrayList<>();
            for (String value : values) {
                spelled.add(4 * spelled.size() + "=" + value);
            }
            return String.join(" ", spelled);
        });
    }

    private static Stream<String> warnings(String upstream, String own, int now) {
        return new RiverWarnings(RULE, series(own))
                .warnings(Map.of(TEN_HOURS, series(upstream)), hour(now)).stream()
                        .map(warning ->
                                hours(warning.at()) + " " + warning.severity().wireName() + " "
                                        + (warning.outcome() == null
                                                ? "open"
                                                : warning.outcome().wireName() + "@" + hours(warning.decidedAt())));
    }

    private static List<Sample> samples(String upstream, String own, int now) {
        return new RiverWarnings(RULE, series(own)).samples(Map.of(TEN_HOURS, series(upstream)), hour(now));
    }

    private static Stream<String> shown(List<Sample> samples) {
        return samples.stream()
                .map(sample -> hours(sample.time()) + "=" + sample.value() + " "
                        + (sample.tier() == null
                                ? sample.endReason().wireName()
                                : sample.tier().wireName()));
    }

    /** Readings such as {@code 4=1.5}, {@code 8=x} for a missing one, {@code m8=1.5} for one under maintenance. */
    private static List<Reading> series(String spelled) {
        List<Reading> readings = new ArrayList<>();
        for (String word : spelled.split(" ", -1)) {
            if (!word.isEmpty()) {
                String[] parts = word.replace("m", "").split("=", -1);
                BigDecimal value = parts[1].equals("x") ? null : new BigDecimal(parts[1]);
                readings.add(new Reading(hour(Integer.parseInt(parts[0])), value, word.startsWith("m")));
            }
        }
        return readings;
    }

    private static long hours(long time) {
        return (time - RuleDraft.START) / 3_600_000;
    }

    private static RiverReach reach(String from, String to, int hours) {
        return new RiverReach(from, to, hours * 3_600_000L);
    }
}
