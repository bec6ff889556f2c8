package org.tongcheng.plumbing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongcheng.testkit.GoldenFiles;

class GoldenLedgerStateTest {

    @Test
    void theLedgerGoesOnWithTheSumsRevisionsAndTimersOfVersionOne() throws Exception {
        try (LedgerHarness ledger = LedgerHarness.of(GoldenFiles.state("v1/sum-ledger.bin"))) {
            // The end of the input, and the death of the day's minutes.
            assertThat(ledger.flink.numEventTimeTimers()).isEqualTo(2);
            ledger.flink.setProcessingTime(5_002_000);
            assertThat(ledger.issued()).containsExactly("0 r1 4 3");
            ledger.add(LedgerHarness.taps(1, 1, 1));
            ledger.flink.processWatermark(Long.MAX_VALUE);
            assertThat(ledger.issued()).containsExactly("1 r1 5 5");
            assertThat(ledger.flink.numKeyedStateEntries()).isZero();
            assertThat(ledger.flink.numEventTimeTimers()).isZero();
        }
    }
}
