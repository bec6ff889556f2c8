package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.hour;
import static org.tongcheng.domain.alert.RuleDraft.samples;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a rule and an entity, and when it is forgotten. */
class AlertTrackTest extends TrackRun {

    @Test
    void issuesEachChangeOnce() {
        assertThat(live("40 61 62 73 40 30"))
                .containsExactly("1.0 firing blue @1", "1.1 firing yellow @3", "1.2 resolved yellow @4 cleared");
    }

    @Test
    void severalNewSamplesAtOnceAreToldOneByOne() {
        live("61");

        assertThat(corrected("61 73 85 40"))
                .containsExactly("0.1 firing yellow @1", "0.2 firing orange @2", "0.3 resolved orange @3 cleared");
    }

    @Test
    void needsNoMemoryWhileAllIsWell() {
        live("40 41 x 42");

        assertThat(track).isEqualTo(AlertTrack.EMPTY);
        assertThat(track.isEmpty()).isTrue();
        live("40 41 x 42", "61");
        assertThat(track.isEmpty()).isFalse();
    }

    @Test
    void isNotEmptyWhileSomethingIsPendingOrStillCounts() {
        machine = threshold().waits(1, 0).machine();
        live("61");
        assertThat(track.isEmpty()).isFalse();
        assertThat(new AlertTrack(track.current(), AlertMemory.QUIET, List.of()).isEmpty())
                .isFalse();
        assertThat(track.issued()).isEmpty();
    }

    @Test
    void forgetsAnAlertWithTheLastSampleOfIt() {
        live("61 40" + " 30".repeat(40));

        AlertTrack after = track.forget(machine, samples("61"), hour(1));
        assertThat(after.issued()).hasSize(1);
        assertThat(after.base().state()).isEqualTo(AlertState.FIRING);
        after = after.forget(machine, samples("61 40").subList(1, 2), hour(2));
        assertThat(after.issued()).isEmpty();
        assertThat(after.base().state()).isEqualTo(AlertState.OK);
        assertThat(after.isEmpty()).isFalse();
        List<Sample> rest = samples("30 ".repeat(42));
        assertThat(after.forget(machine, rest.subList(2, 40), hour(40)).isEmpty())
                .isTrue();
    }

    @Test
    void anAlertKeepsItsIdentityWhenItsOnsetIsForgotten() {
        live("61 62 63 64");
        track = track.forget(machine, samples("61 62"), hour(2));

        List<Sample> kept = samples("x x 63 85").subList(2, 4);
        assertThat(shown(track.recompute(machine, kept, hour(3)))).containsExactly("0.1 firing orange @3");
        List<Sample> none = samples("x x 40 40").subList(2, 4);
        assertThat(shown(track.recompute(machine, none, hour(3)))).containsExactly("0.1 resolved blue @2 cleared");
    }

    @Test
    void anAlertWhoseGroundIsSettledIsNeitherRetractedNorForgottenWhileItsIdentityCouldComeAgain() {
        live("40 40 61 62 40 40");
        corrected("61 61 61 40 40 40");
        corrected("61 40 40 40 40 40");
        assertThat(track.issued()).extracting(IssuedAlert::state).containsExactly(AlertState.RESOLVED);
        assertThat(track.issued()).extracting(IssuedAlert::to).containsExactly(hour(1));

        track = track.forget(machine, samples("61 40"), hour(2));
        assertThat(track.issued()).extracting(IssuedAlert::ground).containsExactly(Ground.SETTLED);
        List<Sample> kept = samples("x x 40 40 40 40").subList(2, 6);
        assertThat(shown(track.recompute(machine, kept, hour(5)))).isEmpty();
        List<Sample> again = samples("x x 61 61 61 61").subList(2, 6);
        assertThat(shown(track.recompute(machine, again, hour(5)))).containsExactly("2.3 firing blue @5");
        assertThat(track.forget(machine, List.of(), hour(3)).issued()).isEmpty();
    }

    @Test
    void anOpenAlertIsKeptThoughItsOnsetIsNotThatOfItsEpisode() {
        live("40 40 61 62 63");
        corrected("40 61 61 62 63");
        track = track.forget(machine, samples("40 61 61 62"), hour(4));

        assertThat(track.issued()).extracting(IssuedAlert::ground).containsExactly(Ground.OWN);
        assertThat(shown(track.recompute(machine, samples("x x x x 40").subList(4, 5), hour(4))))
                .containsExactly("2.2 resolved blue @4 data_corrected from 1");
    }

    @Test
    void anAlertThatEndsAtTheFirstSampleThatIsKeptIsNotForgotten() {
        live("61 40 40");
        track = track.forget(machine, samples("61"), hour(1));

        assertThat(track.issued()).extracting(IssuedAlert::ground).containsExactly(Ground.OWN);
        assertThat(track.forget(machine, samples("x 40").subList(1, 2), hour(2)).issued())
                .isEmpty();
    }

    @Test
    void aQuietSampleLeavesTheTrackAsItIs() {
        assertThat(AlertTrack.EMPTY.advance(machine, samples("40").get(0)).track())
                .isSameAs(AlertTrack.EMPTY);
        live("61");
        assertThat(track.advance(machine, samples("x 62").get(1)).track()).isSameAs(track);
    }

    @Test
    void aRetractedAlertIsForgottenWhenItsIdentityCannotComeAgain() {
        live("40 61 62 40");
        corrected("40 40 40 40");

        assertThat(track.forget(machine, samples("40"), hour(1)).issued()).hasSize(1);
        assertThat(track.forget(machine, samples("40 40"), hour(2)).issued()).isEmpty();
    }

    @Test
    void aRetractedAlertIsKeptWhileItsOnsetIsPendingInTheBase() {
        machine = threshold().waits(2, 0).machine();
        live("40 61 62 63");
        corrected("40 61 62 40");

        track = track.forget(machine, samples("40 61 62"), hour(3));
        assertThat(track.issued()).hasSize(1);
        assertThat(shown(track.recompute(machine, samples("x x x 63").subList(3, 4), hour(3))))
                .containsExactly("1.2 firing blue @3");
    }

    @Test
    void endsWhatIsOpenWhenItsRuleGoes() {
        live("61 40 73");

        assertThat(track.end(EndReason.RULE_CHANGED, hour(4)).stream().map(TrackRun::shown))
                .containsExactly("2.1 resolved yellow @4 rule_changed");
    }

    @Test
    void tellsAnAlertAgainWhenStaffDidSomething() {
        live("61 40 73");

        AlertTrack.Moved moved = track.touch(hour(2), hour(3));
        assertThat(shown(moved)).containsExactly("2.1 firing yellow @3");
        track = moved.track();
        assertThat(live("61 40 73 75", "40")).containsExactly("2.2 resolved yellow @4 cleared");
        assertThat(track.touch(hour(9), hour(9))).isNull();
        assertThat(shown(track.touch(hour(0), hour(9)))).containsExactly("0.2 resolved blue @9 cleared");
        assertThat(track.touch(hour(0), hour(9)).track().issued())
                .extracting(IssuedAlert::sequence)
                .containsExactly(2, 2);
    }
}
