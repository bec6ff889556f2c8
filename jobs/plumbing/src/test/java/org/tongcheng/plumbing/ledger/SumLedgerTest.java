package org.tongcheng.plumbing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.ledger.LedgerHarness.EIGHT;
import static org.tongcheng.plumbing.ledger.LedgerHarness.taps;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

class SumLedgerTest {

    private static final long NOW = 5_000_000;

    private LedgerHarness ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = LedgerHarness.empty();
        ledger.flink.setProcessingTime(NOW);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void aPointHasAllCountsOfItsFeedAndMinute() throws Exception {
        ledger.add(new LedgerCount(Feed.AIR_OBSERVATIONS, EIGHT, 20, 10, 3, 2, 5, 4, 1));
        ledger.flink.setProcessingTime(NOW + 1000);
        Result result = ledger.flink.extractOutputValues().get(0);
        assertThat(result.series()).isEqualTo("feed_ledger_1m,feed=air.observations");
        assertThat(result.time()).isEqualTo(EIGHT);
        assertThat(result.fields()).extracting(Field::value).containsExactly("20", "10", "3", "2", "5", "4", "1");
    }

    @Test
    void gathersTheChangesOfASecond() throws Exception {
        for (int i = 0; i < 100; i++) {
            ledger.add(taps(0, 2, 1), taps(1, 1, 1));
        }
        assertThat(ledger.issued()).isEmpty();
        ledger.flink.setProcessingTime(NOW + 1000);
        assertThat(ledger.issued()).containsExactlyInAnyOrder("0 r0 200 100", "1 r0 100 100");
        ledger.flink.setProcessingTime(NOW + 9000);
        assertThat(ledger.issued()).isEmpty();
    }

    @Test
    void everyIssueAfterAChangeIsARevisionAndOtherMinutesRest() throws Exception {
        ledger.add(taps(0, 1, 1), taps(1, 1, 1));
        ledger.flink.setProcessingTime(NOW + 1000);
        ledger.issued();
        for (int revision = 1; revision < 4; revision++) {
            ledger.add(taps(1, 1, 0));
            ledger.flink.setProcessingTime(NOW + 1000 + revision * 1000L);
            assertThat(ledger.issued()).containsExactly("1 r" + revision + " " + (1 + revision) + " 1");
        }
    }

    @Test
    void feedsAreApart() throws Exception {
        ledger.add(taps(0, 1, 1), new LedgerCount(Feed.AIR_OBSERVATIONS, EIGHT, 5, 5, 0, 0, 0, 0, 0));
        ledger.flink.setProcessingTime(NOW + 1000);
        assertThat(ledger.issued()).containsExactlyInAnyOrder("0 r0 1 1", "0 r0 5 5");
    }

    @Test
    void theEndOfTheInputFlushesWithoutWaiting() throws Exception {
        ledger.add(taps(0, 1, 1), new LedgerCount(Feed.TRANSIT_TAPS, 0, 2, 0, 0, 0, 0, 0, 2));
        ledger.flink.processWatermark(Long.MAX_VALUE);
        assertThat(ledger.issued()).containsExactlyInAnyOrder("0 r0 1 1", -EIGHT / 60_000 + " r0 2 0");
        assertThat(ledger.flink.numEventTimeTimers()).isZero();
    }

    @Test
    void aMinuteDiesTwoDaysAfterTheLatenessAndIsIssuedBefore() throws Exception {
        ledger.add(taps(0, 1, 1));
        ledger.flink.setProcessingTime(NOW + 1000);
        ledger.issued();
        long small = ledger.snapshot().getStateSize();
        for (int minute = 1; minute < 200; minute++) {
            ledger.add(taps(minute, 1, 1));
        }
        ledger.flink.setProcessingTime(NOW + 2000);
        assertThat(ledger.issued()).hasSize(199);
        long lateness = Feed.TRANSIT_TAPS.lateness().toMillis();
        ledger.flink.processWatermark(EIGHT + lateness + BusinessTime.DAY);
        ledger.add(taps(0, 1, 1));
        ledger.flink.processWatermark(EIGHT + lateness + 2 * BusinessTime.DAY);
        assertThat(ledger.issued()).containsExactly("0 r1 2 2");
        assertThat(ledger.snapshot().getStateSize()).isLessThanOrEqualTo(small + 100);
        // The one that waits for the end of the input.
        assertThat(ledger.flink.numEventTimeTimers()).isEqualTo(1);
    }

    @Test
    void theMinuteOfRecordsWithoutAnyTimeNeverDies() throws Exception {
        ledger.add(new LedgerCount(Feed.TRANSIT_TAPS, 0, 2, 0, 0, 0, 0, 0, 2));
        ledger.flink.setProcessingTime(NOW + 1000);
        ledger.flink.processWatermark(EIGHT + 1000 * BusinessTime.DAY);
        ledger.add(new LedgerCount(Feed.TRANSIT_TAPS, 0, 1, 0, 0, 0, 0, 0, 1));
        ledger.issued();
        ledger.flink.setProcessingTime(NOW + 2000);
        assertThat(ledger.issued()).containsExactly(-EIGHT / 60_000 + " r1 3 0");
    }

    @Test
    void aSnapshotInTheMiddleKeepsSumsRevisionsAndWhatWaits() throws Exception {
        ledger.add(taps(0, 1, 1), taps(1, 1, 1));
        ledger.flink.setProcessingTime(NOW + 1000);
        ledger.add(taps(0, 1, 1));
        OperatorSubtaskState state = ledger.snapshot();
        try (LedgerHarness restored = LedgerHarness.of(state)) {
            restored.flink.setProcessingTime(NOW + 1500);
            restored.add(taps(0, 1, 0));
            restored.flink.setProcessingTime(NOW + 2000);
            assertThat(restored.issued()).containsExactly("0 r1 3 2");
        }
        try (LedgerHarness restored = LedgerHarness.of(state)) {
            restored.flink.setProcessingTime(NOW + 90_000);
            assertThat(restored.issued()).containsExactly("0 r1 2 2");
        }
    }
}
