package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

class ReplayRangeTest {

    private static final ReplayRange RANGE = new ReplayRange(100, 200, 50);

    @ParameterizedTest(name = "{0}, arrived at {1}, of {2}: {3}")
    @CsvSource({
        "ACCEPTED, 120, 110, true",
        // Counted where it arrived, whatever it tells of.
        "ACCEPTED, 100, 10, true",
        "LATE, 199, 10, true",
        "REJECTED, 150, , true",
        "REJECTED, 200, , false",
        "LATE, 200, 150, false",
        "LATE, 99, 150, false",
        // In time, whenever it arrived.
        "ACCEPTED, 900, 199, true",
        "DUPLICATE, 60, 50, true",
        "REVISED, 60, 49, false",
        "ACCEPTED, 900, 200, false",
        // Nobody wrote down when it arrived.
        "ACCEPTED, , 50, true",
        "LATE, , 99, false",
        "LATE, , 100, true",
        "REJECTED, , , true",
    })
    void takesWhatArrivedInItAndWhatItsStateNeeds(Verdict verdict, Long arrivedAt, Long eventTime, boolean taken) {
        assertThat(RANGE.takes(verdict, orUnknown(arrivedAt), orUnknown(eventTime)))
                .isEqualTo(taken);
    }

    private static long orUnknown(Long time) {
        return time == null ? FeedRecord.UNKNOWN_TIME : time;
    }

    @Test
    void anHourOfAirBelongsWhereItLies() {
        ReplayRange air = ReplayRange.of(Feed.AIR_OBSERVATIONS, 100, 200, 50);

        assertThat(air.takes(Verdict.ACCEPTED, 900, 200)).isTrue();
        assertThat(air.takes(Verdict.ACCEPTED, 900, 201)).isFalse();
        assertThat(air.takes(Verdict.ACCEPTED, 900, 50)).isFalse();
        assertThat(air.takes(Verdict.ACCEPTED, 900, 51)).isTrue();
        assertThat(ReplayRange.of(Feed.TRANSIT_TAPS, 100, 200, 50)).isEqualTo(RANGE);
    }

    @Test
    void endsAfterItBegins() {
        assertThatThrownBy(() -> new ReplayRange(100, 100, 100)).hasMessageContaining("end");
        assertThatThrownBy(() -> new ReplayRange(100, 200, 101)).hasMessageContaining("warm-up");
    }
}
