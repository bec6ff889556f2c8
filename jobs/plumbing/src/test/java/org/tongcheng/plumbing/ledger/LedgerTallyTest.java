package org.tongcheng.plumbing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.domain.time.BusinessTime;

class LedgerTallyTest {

    private static final long EIGHT = 1_772_668_800_000L;

    private final LedgerTally tally = new LedgerTally(Feed.WATER_OBSERVATIONS);

    @Test
    void countsEveryVerdictInItsColumn() {
        for (Verdict verdict : Verdict.values()) {
            for (int i = 0; i <= verdict.ordinal(); i++) {
                tally.received(EIGHT);
                tally.verdict(EIGHT, verdict, false);
            }
        }
        assertThat(drained())
                .containsExactly(new LedgerCount(Feed.WATER_OBSERVATIONS, EIGHT, 15, 9, 5, 0, 3, 2, 1))
                .allSatisfy(count -> assertThat(count.balance()).isZero());
    }

    @Test
    void onlyAcceptedRecordsCountAsFlagged() {
        for (Verdict verdict : Verdict.values()) {
            tally.verdict(EIGHT, verdict, true);
        }
        assertThat(drained()).extracting(LedgerCount::flagged).containsExactly(2L);
    }

    @Test
    void countsByMinutesEvenBefore1970() {
        tally.received(EIGHT + BusinessTime.MINUTE - 1);
        tally.received(EIGHT + BusinessTime.MINUTE);
        tally.received(EIGHT);
        tally.received(-1);
        assertThat(drained())
                .extracting(LedgerCount::minute, LedgerCount::received)
                .containsExactlyInAnyOrder(
                        tuple(EIGHT, 2L), tuple(EIGHT + BusinessTime.MINUTE, 1L), tuple(-BusinessTime.MINUTE, 1L));
    }

    @Test
    void anUnknownTimeIsMinuteZero() {
        tally.received(FeedRecord.UNKNOWN_TIME);
        assertThat(drained()).extracting(LedgerCount::minute).containsExactly(0L);
    }

    @Test
    void startsAgainFromNothingOnceDrained() {
        tally.received(EIGHT);
        assertThat(drained()).hasSize(1);
        assertThat(drained()).isEmpty();
        tally.received(EIGHT);
        assertThat(drained()).extracting(LedgerCount::received).containsExactly(1L);
    }

    private List<LedgerCount> drained() {
        List<LedgerCount> counts = new ArrayList<>();
        tally.drain(counts::add);
        return counts;
    }
}
