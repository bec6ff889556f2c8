package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tongcheng.domain.alert.RuleDraft.hour;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Joint rules, shares and cards. */
class GroupSamplesTest {

    private static final List<String> CITIES = List.of("510100", "510600", "511400", "512000");
    private static final String TOKEN = "hk1:0123456789abcdef0123456789abcdef";

    @Test
    void countsMembersBeyondTheLimitAtTheSameTime() {
        assertThat(joint("1", "151 150 200 40"))
                .isEqualTo(new Sample(
                        hour(0),
                        BigDecimal.valueOf(2),
                        null,
                        false,
                        List.of(
                                new Evidence("510100", hour(0), new BigDecimal("151")),
                                new Evidence("511400", hour(0), new BigDecimal("200"))),
                        null));
        assertThat(joint("1", "1 2 3 4").value()).isEqualTo("0");
    }

    @Test
    void isMissingWhenTooFewMembersReportUnlessTheyAreEnough() {
        assertThat(joint("0.75", "151 x 40 40").value()).isEqualTo("1");
        assertThat(joint("0.75", "151 x m200 40").value()).isNull();
        assertThat(joint("0.75", "151 x x 151").value()).isEqualTo("2");
        assertThat(joint("0.75", "151 151 x").value()).isEqualTo("2");
        assertThat(joint("0.75", "151 1 1").value()).isEqualTo("1");
        assertThat(joint("0.8", "151 1 1").value()).isNull();
    }

    @Test
    void membersBelowALimitCountWhereTooLittleIsWrong() {
        AlertRule rule = RuleDraft.of(RuleKind.JOINT, "blue 2/1")
                .direction(Direction.BELOW)
                .setting("limit", "5")
                .build();
        assertThat(JointSamples.at(hour(0), rule, CITIES, members("4 5 6 4.9")).value())
                .isEqualTo("2");
        assertThat(rule.raisedBy(BigDecimal.valueOf(2))).isEqualTo(Severity.BLUE);
        assertThat(rule.raisedBy(BigDecimal.ONE)).isNull();
    }

    @Test
    void aShareHasFourDecimals() {
        assertThat(share("1", 2, 3, 3)).isEqualTo("0.6667");
        assertThat(share("1", 1, 8, 8)).isEqualTo("0.1250");
        assertThat(share("0", 0, 0, 0)).isNull();
        assertThat(share("0.8", 8, 8, 10)).isEqualTo("1.0000");
        assertThat(share("0.8", 7, 7, 10)).isNull();
        AlertRule rule = RuleDraft.of(RuleKind.AGGREGATE_SHARE, "blue 0.9/0.9").build();
        assertThat(ShareSamples.at(hour(0), rule, "510100", new ShareSamples.Counts(1, 2, 2))
                        .evidence())
                .containsExactly(new Evidence("510100", hour(0), new BigDecimal("0.5000")));
    }

    @Test
    void oneDegreeOfLatitudeIs111Kilometres() {
        assertThat(CardSpeed.kilometres(place(0, 104, 30), place(0, 104, 31))).isCloseTo(111.195, within(0.001));
        assertThat(CardSpeed.kilometres(place(0, 104, 60), place(0, 105, 60))).isCloseTo(55.597, within(0.01));
        assertThat(CardSpeed.kilometres(place(0, 0, 90), place(0, 0, -90))).isCloseTo(20_015.1, within(0.1));
        assertThat(CardSpeed.kilometres(place(0, 0, 0), place(0, 180, 0))).isCloseTo(20_015.1, within(0.1));
    }

    @Test
    void fromChengduToZiyangIsEightyKilometres() {
        assertThat(CardSpeed.kilometres(place(0, 104.0665, 30.5728), place(0, 104.6277, 30.1289)))
                .isCloseTo(73, within(1.5));
    }

    @Test
    void theSpeedIsThatBetweenTheTwoTaps() {
        Sample sample = CardSpeed.between(card("5"), TOKEN, place(0, 104, 30), place(30, 104, 31));

        assertThat(sample)
                .isEqualTo(new Sample(
                        hour(0) + 30 * 60_000L,
                        new BigDecimal("222.4"),
                        null,
                        false,
                        List.of(new Evidence("s0", hour(0), null), new Evidence("s30", hour(0) + 30 * 60_000L, null)),
                        null));
    }

    @Test
    void nearStopsAreNoTwoPlacesAndNoTimeIsASecond() {
        assertThat(CardSpeed.between(card("112"), TOKEN, place(0, 104, 30), place(0, 104, 31))
                        .value())
                .isEqualTo("0.0");
        assertThat(CardSpeed.between(card("111"), TOKEN, place(0, 104, 30), place(0, 104, 31))
                        .value())
                .isEqualTo("400302.3");
    }

    @Test
    void aCardWithoutATokenIsRefusedAndNotShown() {
        assertThatThrownBy(() -> CardSpeed.between(card("5"), "6510123456789012", place(0, 0, 0), place(1, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("6510");
    }

    @Property(tries = 500)
    void distancesAreSymmetricAndNoLongerThanHalfTheEarth(
            @ForAll @DoubleRange(min = -180, max = 180) double oneEast,
            @ForAll @DoubleRange(min = -90, max = 90) double oneNorth,
            @ForAll @DoubleRange(min = -180, max = 180) double otherEast,
            @ForAll @DoubleRange(min = -90, max = 90) double otherNorth) {
        CardPlace one = place(0, oneEast, oneNorth);
        CardPlace other = place(0, otherEast, otherNorth);

        assertThat(CardSpeed.kilometres(one, other))
                .isBetween(0.0, 20_015.2)
                .isCloseTo(CardSpeed.kilometres(other, one), within(1e-6));
        assertThat(CardSpeed.kilometres(one, one)).isZero();
    }

    private static AlertRule card(String leastKilometres) {
        return RuleDraft.of(RuleKind.CARD_IN_TWO_PLACES, "red 200/200")
                .setting("least_km", leastKilometres)
                .build();
    }

    private static CardPlace place(int minute, double longitude, double latitude) {
        return new CardPlace("s" + minute, hour(0) + minute * 60_000L, longitude, latitude);
    }

    private static Sample joint(String completeness, String values) {
        AlertRule rule = RuleDraft.of(RuleKind.JOINT, "blue 2/2, yellow 3/3")
                .setting("limit", "150")
                .complete(completeness)
                .build();
        return JointSamples.at(hour(0), rule, CITIES, members(values));
    }

    /** The cities' readings in order; those at the end may be left out. */
    private static Map<String, Reading> members(String values) {
        Map<String, Reading> members = new HashMap<>();
        for (Reading reading : RuleDraft.readings(values)) {
            members.put(CITIES.get(members.size()), new Reading(hour(0), reading.value(), reading.muted()));
        }
        return members;
    }

    private static BigDecimal share(String completeness, long part, long whole, long expected) {
        AlertRule rule = RuleDraft.of(RuleKind.AGGREGATE_SHARE, "blue 0.9/0.9")
                .complete(completeness)
                .build();
        return ShareSamples.at(hour(0), rule, "510100", new ShareSamples.Counts(part, whole, expected))
                .value();
    }
}
