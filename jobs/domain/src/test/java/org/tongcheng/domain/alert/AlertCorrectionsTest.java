package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.hour;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import org.junit.jupiter.api.Test;

/** What staff hear when values of the past change. */
class AlertCorrectionsTest extends TrackRun {

    @Test
    void retractsAnAlertWhoseGroundIsGone() {
        live("40 85 86 40 30");

        assertThat(corrected("40 41 42 40 30")).containsExactly("1.2 retracted orange @4 data_corrected");
        assertThat(corrected("40 41 42 40 30")).isEmpty();
    }

    @Test
    void retractsAnOpenAlertToo() {
        live("40 85");

        assertThat(corrected("40 41")).containsExactly("1.1 retracted orange @1 data_corrected");
        assertThat(live("40 41", "61")).containsExactly("2.0 firing blue @2");
    }

    @Test
    void tellsASeverityThatTheCorrectionChanged() {
        live("40 85 86");

        assertThat(corrected("40 61 62")).containsExactly("1.1 firing blue @2");
        assertThat(corrected("40 61 86")).containsExactly("1.2 firing orange @2");
    }

    @Test
    void tellsNothingWhereOnlyThePastOfAnOpenAlertChanged() {
        live("40 85 86 87");

        assertThat(corrected("40 85 73 87")).isEmpty();
    }

    @Test
    void endsAnAlertThatEndedEarlierThanWasKnown() {
        live("61 62 62 62");

        assertThat(corrected("61 40 40 40")).containsExactly("0.1 resolved blue @1 cleared");
    }

    @Test
    void datesAnEndThatIsOlderThanWhatWasToldWithTheCorrection() {
        live("61 62 73 74");

        assertThat(corrected("61 40 40 40")).containsExactly("0.2 resolved blue @3 data_corrected");
        assertThat(corrected("61 62 40 40")).isEmpty();
    }

    @Test
    void whatIsToldLaterIsNeverDatedBefore() {
        live("61 62 40 41 42 43");
        assertThat(corrected("61 62 63 64 65 66")).containsExactly("0.2 firing blue @5");

        assertThat(corrected("61 62 63 64 40 40")).containsExactly("0.3 resolved blue @5 data_corrected");
    }

    @Test
    void tellsOfSeveralSamplesOnlyWhatIsNewInThem() {
        live("61 73");

        assertThat(corrected("61 73 85")).containsExactly("0.2 firing orange @2");
    }

    @Test
    void retractsWhatTouchesNoOtherAlert() {
        live("61 40 40 63");

        assertThat(corrected("40 40 40 63")).containsExactly("0.2 retracted blue @3 data_corrected");
        assertThat(corrected("40 40 40 40")).containsExactly("3.1 retracted blue @3 data_corrected");
        live("61 40 40 63 40 40");
        assertThat(corrected("61 40 40 40 40 40")).containsExactly("3.2 retracted blue @5 data_corrected");
    }

    @Test
    void whatTouchesAtOneMomentIsTheSame() {
        live("40 40 61 40 40");
        assertThat(corrected("40 40 40 61 40")).containsExactly("2.2 resolved blue @4 cleared from 3");
        live("40 61 62 40 40");
        assertThat(corrected("61 40 62 40 40"))
                .containsExactly("1.2 resolved blue @4 cleared from 0", "2.0 resolved blue @3 cleared");
    }

    @Test
    void whatEndedBeforeAndEndsLaterNowIsNotRaisedInBetween() {
        live("61 40");

        assertThat(corrected("61 62 85 40")).containsExactly("0.2 resolved orange @3 cleared");
        assertThat(corrected("61 62 85 40 30 85")).containsExactly("5.0 firing orange @5");
    }

    @Test
    void keepsAlertsInTheOrderOfTheirOnsets() {
        live("40 40 40 61");

        assertThat(corrected("85 40 40 61")).containsExactly("0.0 resolved orange @1 cleared");
        assertThat(corrected("85 40 85 61")).containsExactly("3.1 firing blue @3 from 2");
        assertThat(track.issued()).extracting(IssuedAlert::onset).containsExactly(hour(0), hour(3));
        assertThat(corrected("40 40 40 40")).hasSize(2);
        assertThat(corrected("40 61 40 63")).containsExactly("1.0 resolved blue @2 cleared", "3.3 firing blue @3");
    }

    @Test
    void tellsTheEndOfOneAlertBeforeTheBeginningOfAnother() {
        live("40 61 62 63");
        corrected("40 61 40 63");
        corrected("40 40 40 63");

        assertThat(corrected("40 40 63 40")).hasSize(1);
        assertThat(corrected("40 61 40 63"))
                .containsExactly("1.3 resolved blue @3 data_corrected", "3.2 firing blue @3");
    }

    @Test
    void firesAgainWhatHadEndedTooEarly() {
        live("61 62 40");

        assertThat(corrected("61 62 63")).containsExactly("0.2 firing blue @2");
    }

    @Test
    void tellsNothingWhenAnAlertEndedAtAnotherTimeButLongAgo() {
        live("61 62 40 41 42");

        assertThat(corrected("61 40 40 41 42")).isEmpty();
        assertThat(corrected("61 62 62 41 42")).isEmpty();
        assertThat(track.issued()).extracting(IssuedAlert::to).containsExactly(hour(3));
    }

    @Test
    void anAlertThatBeganEarlierKeepsItsIdentity() {
        live("40 40 61 62");

        assertThat(corrected("40 61 61 62")).containsExactly("2.1 firing blue @3 from 1");
        assertThat(live("40 61 61 62", "73", "40"))
                .containsExactly("2.2 firing yellow @4 from 1", "2.3 resolved yellow @5 cleared from 1");
        assertThat(corrected("40 40 61 62 73 40")).containsExactly("2.4 resolved yellow @5 cleared");
    }

    @Test
    void aRetractedAlertFiresAgainUnderItsIdentity() {
        live("40 61 62");
        corrected("40 50 50");

        assertThat(corrected("40 61 62")).containsExactly("1.2 firing blue @2");
    }

    @Test
    void aPastAlertThatOnlyACorrectionKnowsOfIsToldByItsEnd() {
        live("40 41 42 43");

        assertThat(corrected("40 85 42 43")).containsExactly("1.0 resolved orange @2 cleared");
    }

    @Test
    void anAlertThatOnlyACorrectionKnowsOfIsRaisedAsItStands() {
        live("40 41 42 43");

        assertThat(corrected("40 61 73 74")).containsExactly("1.0 firing yellow @2");
    }

    @Test
    void tellsTheEndsBeforeWhatIsRaised() {
        live("40 61 62 63");

        assertThat(corrected("40 61 40 63")).containsExactly("1.1 resolved blue @2 cleared", "3.0 firing blue @3");
        assertThat(corrected("40 61 62 63")).containsExactly("3.1 resolved blue @3 merged", "1.2 firing blue @3");
        assertThat(corrected("40 40 40 40"))
                .containsExactly("1.3 retracted blue @3 data_corrected", "3.2 retracted blue @3 data_corrected");
    }

    @Test
    void anOpenAlertRatherThanAnEndedOneGoesOnWhenTheyAreJoined() {
        live("40 40 61 40 61 62");

        assertThat(corrected("40 61 61 61 61 62"))
                .containsExactly("2.2 resolved blue @5 merged", "4.1 firing blue @5 from 1");
        assertThat(track.issued()).extracting(IssuedAlert::ground).containsExactly(Ground.SHARED, Ground.OWN);
        assertThat(corrected("40 61 61 61 40 40")).containsExactly("4.2 resolved blue @5 data_corrected from 1");
        assertThat(corrected("40 40 40 40 40 40"))
                .containsExactly("2.3 retracted blue @5 data_corrected", "4.3 retracted blue @5 data_corrected from 1");
    }

    @Test
    void theFirstOfTwoEndedAlertsStandsForTheJoinedOne() {
        live("40 40 61 40 61 62 40");

        assertThat(corrected("40 61 61 61 61 62 40"))
                .containsExactly("2.2 resolved blue @6 cleared from 1", "4.2 resolved blue @6 merged");
        assertThat(track.issued()).extracting(IssuedAlert::ground).containsExactly(Ground.OWN, Ground.SHARED);
        assertThat(track.issued()).extracting(IssuedAlert::from).containsExactly(hour(1), hour(4));
    }

    @Test
    void whatEndedTwiceIsToldOnlyByItsEnd() {
        live("61 40 40 40");
        corrected("40 40 40 40");

        assertThat(corrected("61 62 85 40")).containsExactly("0.3 resolved orange @3 data_corrected");
    }

    @Test
    void whatWasMarkedRectifiedLaterThanItFiredAgainIsToldHigherByTheNextReckoning() {
        live("61 40 61 62");
        machine = threshold().machine(hour(1));

        assertThat(corrected("61 40 61 62")).containsExactly("2.1 firing yellow @3");
    }
}
