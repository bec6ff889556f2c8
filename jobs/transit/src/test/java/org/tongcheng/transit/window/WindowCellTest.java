package org.tongcheng.transit.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;

import org.junit.jupiter.api.Test;
import org.tongcheng.domain.transit.DurationCounts;

class WindowCellTest {

    @Test
    void partsAddUp() {
        WindowCell cell =
                WindowCell.of(journeys(2, 300, 60)).plus(journeys(1, 300, 60)).plus(journeys(-1, 100, 90));
        assertThat(cell.sums()).containsExactly(2, 700);
        assertThat(cell.durations()).isEqualTo(new DurationCounts(new int[] {60, 90}, new long[] {3, -1}));
        assertThat(cell.revision()).isZero();
        assertThat(cell.changed()).isTrue();
    }

    @Test
    void whatIsMissingFromOneSideIsTakenFromTheOther() {
        byte[] tokens = new UniqueTokens.Gathering().bytes();
        WindowPart without = part(null, null);
        WindowPart with = part(tokens, DurationCounts.NONE);
        for (WindowCell cell : new WindowCell[] {
            WindowCell.of(without).plus(with), WindowCell.of(with).plus(without)
        }) {
            assertThat(cell.tokens()).isEqualTo(tokens);
            assertThat(cell.durations()).isEqualTo(DurationCounts.NONE);
        }
        assertThat(WindowCell.of(without).plus(without).tokens()).isNull();
    }

    @Test
    void anIssueIsFollowedByARevision() {
        WindowCell cell = WindowCell.of(journeys(1, 300, 60));
        assertThat(cell.issued().revision()).isEqualTo(1);
        assertThat(cell.issued().changed()).isFalse();
        assertThat(cell.unchanged().revision()).isZero();
        assertThat(cell.unchanged().changed()).isFalse();
        assertThat(cell.issued().plus(journeys(1, 1, 1)).changed()).isTrue();
    }

    @Test
    void isEmptyOnceAllThatWasCountedCameUndone() {
        WindowCell cell = WindowCell.of(journeys(1, 300, 60));
        assertThat(cell.empty()).isFalse();
        assertThat(cell.plus(journeys(-1, -300, 60)).empty()).isTrue();
    }

    private static WindowPart journeys(int count, long fen, int seconds) {
        return new WindowPart(
                TransitWindow.ORIGIN_DESTINATION,
                new String[] {"510100", "510600"},
                MIDNIGHT,
                new long[] {count, fen},
                null,
                new DurationCounts(new int[] {seconds}, new long[] {count}));
    }

    private static WindowPart part(byte[] tokens, DurationCounts durations) {
        return new WindowPart(
                TransitWindow.CITY_HOUR, new String[] {"510100"}, MIDNIGHT, new long[7], tokens, durations);
    }
}
