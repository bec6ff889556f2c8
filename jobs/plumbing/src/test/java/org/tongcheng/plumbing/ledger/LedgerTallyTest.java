package org.tongcheng.plumbing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Verdict;

class LedgerTallyTest {

    private static final long MINUTE = 60_000;

    private final LedgerTally tally = new LedgerTally(Feed.TRANSIT_TAPS);

    private List<LedgerCount> drained() {
        List<LedgerCount> counts = new ArrayList<>();
        tally.drain(counts::add);
        return counts;
    }

    @Test
    void countsByMinuteOfArrival() {
        tally.received(MINUTE);
        tally.received(2 * MINUTE - 1);
        tally.received(2 * MINUTE);
        tally.received(MINUTE + 1);

        assertThat(drained())
                .extracting(count -> count.minute() / MINUTE + ":" + count.received())
                .containsExactlyInAnyOrder("1:3", "2:1");
    }

    @Test
    void countsRevisedAndFlaggedAmongTheAccepted() {
        tally.verdict(0, Verdict.ACCEPTED, false);
        tally.verdict(0, Verdict.ACCEPTED, true);
        tally.verdict(0, Verdict.REVISED, true);
        tally.verdict(0, Verdict.DUPLICATE, true);
        tally.verdict(0, Verdict.LATE, false);
        tally.verdict(0, Verdict.REJECTED, false);

        assertThat(drained()).containsExactly(new LedgerCount(Feed.TRANSIT_TAPS, 0, 0, 3, 1, 2, 1, 1, 1));
    }

    @Test
    void putsWhatCameWithoutAnyTimeIntoMinuteZero() {
        tally.received(FeedRecord.UNKNOWN_TIME);

        assertThat(drained()).extracting(LedgerCount::minute).containsExactly(0L);
    }

    @Test
    void startsFromNothingOnceDrained() {
        tally.received(MINUTE);
        assertThat(drained()).hasSize(1);
        assertThat(drained()).isEmpty();
        tally.received(MINUTE);

        assertThat(drained()).extracting(LedgerCount::received).containsExactly(1L);
    }
}
