package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.domain.alert.RuleDraft.hour;
import static org.tongcheng.domain.alert.RuleDraft.readings;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeriesSamplesTest {

    private static final RuleDraft CHANGE = RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 20/10")
            .setting("period_minutes", "60")
            .setting("periods", "2");
    private static final RuleDraft STUCK = RuleDraft.of(RuleKind.STUCK_SENSOR, "blue 3/2");

    @Test
    void aThresholdLooksAtTheReadingsThemselves() {
        List<Sample> samples = all(threshold(), "61 x m7");

        assertThat(samples)
                .containsExactly(
                        sample(0, "61", evidence(0, "61")),
                        sample(1, null, evidence(1, null)),
                        sample(2, "7", evidence(2, "7")).asMuted());
    }

    @Test
    void aRateOfChangeIsTheDifferenceToSomePeriodsBefore() {
        assertThat(shown(all(CHANGE, "10 20 35.5 5 x 30 9"))).containsExactly("x", "x", "25.5", "-15", "x", "25", "x");
        assertThat(all(CHANGE, "10 20 35.5").get(2))
                .isEqualTo(sample(2, "25.5", evidence(0, "10"), evidence(2, "35.5")));
        assertThat(CHANGE.build().lookBackMillis()).isEqualTo(2 * 3_600_000);
    }

    @Test
    void aRateOfChangeNeedsAReadingOfThatVeryTime() {
        List<Reading> series = List.of(
                new Reading(hour(0) - 1, BigDecimal.ONE, false),
                new Reading(hour(0) + 1, BigDecimal.ONE, false),
                new Reading(hour(2), BigDecimal.TEN, false));
        assertThat(SeriesSamples.of(RuleKind.RATE_OF_CHANGE)
                        .at(CHANGE.build(), "1431A", series, 2)
                        .value())
                .isNull();
    }

    @Test
    void aStuckSensorRepeatsItself() {
        assertThat(shown(all(STUCK, "7 7.0 7 8 8 x 8 9"))).containsExactly("1", "2", "3", "1", "2", "x", "3", "1");
        assertThat(all(STUCK, "7 7.0 x 7").get(3)).isEqualTo(sample(3, "3", evidence(0, "7"), evidence(3, "7")));
    }

    @Test
    void maintenanceStartsANewRow() {
        assertThat(shown(all(STUCK, "7 m7 7 7"))).containsExactly("1", "2", "1", "2");
    }

    @Test
    void aRowIsCountedOverTwiceTheTimeThatItNeeds() {
        assertThat(STUCK.build().lookBackMillis()).isEqualTo(6 * 3_600_000);
        assertThat(shown(all(STUCK, "7 7 7 7 7 7 7 7 7"))).containsExactly("1", "2", "3", "4", "5", "6", "7", "7", "7");
    }

    @Test
    void aTierIsMetWhenAllItsHoursAreBeyond() {
        RuleDraft draft = threshold().tiers("yellow >200 3", "orange >200 4 >300 2");

        assertThat(tiers(all(draft, "201 201 201 201 301 301 301 300 201 200")))
                .containsExactly("?", "?", "yellow", "yellow", "yellow", "orange", "orange", "yellow", "yellow", "-");
        assertThat(draft.build().lookBackMillis()).isEqualTo(4 * 3_600_000);
    }

    @Test
    void tiersOfOneSeverityAreAlternatives() {
        RuleDraft draft = threshold().tiers("red >200 3 >300 2", "red =500 1");

        assertThat(tiers(all(draft, "500 499 301 301 200 500"))).containsExactly("red", "?", "red", "red", "-", "red");
    }

    @Test
    void theHighestTierIsToldInWhateverOrderTheyStand() {
        assertThat(tiers(all(threshold().tiers("red >300 1", "yellow >200 1"), "301 201 200")))
                .containsExactly("red", "yellow", "-");
    }

    @Test
    void missingHoursAreForgivenUpToTheCompletenessAskedFor() {
        RuleDraft draft = threshold().tiers("yellow >200 4").complete("0.75");

        assertThat(tiers(all(draft, "201 x 201 201 x 201 201 201")))
                .containsExactly("?", "?", "?", "yellow", "?", "yellow", "yellow", "yellow");
        assertThat(tiers(all(draft, "201 x 201 201 x x 201 201")))
                .containsExactly("?", "?", "?", "yellow", "?", "?", "?", "?");
        assertThat(tiers(all(draft, "201 x 201 m99 201 201"))).containsExactly("?", "?", "?", "-", "?", "yellow");
        assertThat(tiers(all(draft, "201 x 201 m99 201 201 201"))).endsWith("yellow", "yellow");
    }

    @Test
    void anUndecidedHourKeepsAnAlertAsItIs() {
        RuleDraft draft = threshold().tiers("yellow >200 2");
        AlertFold fold = AlertFold.of(draft.machine(), AlertMemory.QUIET, all(draft, "201 201 x 201 201 200"));

        assertThat(fold.episodes()).hasSize(1);
        assertThat(fold.episodes().get(0).changes())
                .extracting(AlertChange::state)
                .containsExactly(AlertState.FIRING, AlertState.NO_DATA, AlertState.FIRING, AlertState.RESOLVED);
        assertThat(fold.episodes().get(0).changes())
                .extracting(AlertChange::threshold)
                .containsOnly(new BigDecimal("200"));
    }

    @Test
    void aMetTierIsShownFromItsFirstHourToItsLast() {
        RuleDraft draft = threshold().tiers("yellow >200 3", "red >900 2").complete("0.6");
        List<Sample> samples = all(draft, "999 x 201 202 203 300 199");

        assertThat(samples.get(4).evidence()).containsExactly(evidence(2, "201"), evidence(4, "203"));
        assertThat(samples.get(3).evidence()).containsExactly(evidence(2, "201"), evidence(3, "202"));
        assertThat(samples.get(5).evidence()).containsExactly(evidence(3, "202"), evidence(5, "300"));
        assertThat(samples.get(6).evidence()).containsExactly(evidence(6, "199"));
    }

    @Test
    void readingsBeforeTheFirstSampleAreOnlyLookedBackAt() {
        List<Sample> samples =
                SeriesSamples.of(RuleKind.RATE_OF_CHANGE).from(hour(2), CHANGE.build(), "1431A", readings("1 2 4 8"));

        assertThat(shown(samples)).containsExactly("3", "6");
    }

    @Example
    void otherKindsNeedMore() {
        assertThatThrownBy(() -> SeriesSamples.of(RuleKind.JOINT)).hasMessage("joint needs more than one series");
        assertThat(threshold().build().lookBackMillis()).isZero();
    }

    @Property(tries = 300)
    void onlyReadingsWithinTheLookBackMatter(@ForAll("series") String series, @ForAll("drafts") RuleDraft draft) {
        AlertRule rule = draft.build();
        List<Reading> all = readings(series);
        SeriesSamples kind = SeriesSamples.of(rule.kind());
        Reading last = all.get(all.size() - 1);
        List<Reading> near = all.stream()
                .filter(reading -> reading.time() >= last.time() - rule.lookBackMillis())
                .toList();

        assertThat(kind.at(rule, "a", near, near.size() - 1)).isEqualTo(kind.at(rule, "a", all, all.size() - 1));
    }

    @Property(tries = 300)
    void laterReadingsDoNotMatter(@ForAll("series") String series, @ForAll("drafts") RuleDraft draft) {
        AlertRule rule = draft.build();
        SeriesSamples kind = SeriesSamples.of(rule.kind());
        List<Reading> all = readings(series);
        List<Reading> more = new ArrayList<>(all);
        more.add(new Reading(hour(1000), BigDecimal.ONE, false));

        assertThat(kind.from(0, rule, "a", more).subList(0, all.size())).isEqualTo(kind.from(0, rule, "a", all));
    }

    @Provide
    static Arbitrary<String> series() {
        return Arbitraries.of("1", "2", "3", "x", "m2")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(words -> String.join(" ", words));
    }

    @Provide
    static Arbitrary<RuleDraft> drafts() {
        return Arbitraries.of(
                CHANGE,
                STUCK,
                threshold(),
                threshold().tiers("yellow >1 3", "red >1 5 >2 2").complete("0.5"));
    }

    private static List<Sample> all(RuleDraft draft, String series) {
        AlertRule rule = draft.build();
        return SeriesSamples.of(rule.kind()).from(hour(0), rule, "1431A", readings(series));
    }

    private static Stream<String> shown(List<Sample> samples) {
        return samples.stream()
                .map(sample -> sample.value() == null ? "x" : sample.value().toPlainString());
    }

    /** The tier's severity; {@code -} for none, {@code ?} for undecided. */
    private static Stream<String> tiers(List<Sample> samples) {
        return samples.stream().map(sample -> {
            if (sample.value() == null) {
                return "?";
            }
            return sample.tier() == null ? "-" : sample.tier().wireName();
        });
    }

    private static Sample sample(int hour, String value, Evidence... evidence) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new Sample(hour(hour), number, null, false, List.of(evidence), null);
    }

    private static Evidence evidence(int hour, String value) {
        return new Evidence("1431A", hour(hour), value == null ? null : new BigDecimal(value));
    }
}
