package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.EIGHT;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.reading;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.restored;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.send;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.take;

import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.GoldenFiles;

class GoldenIntakeStateTest {

    @Test
    void theGateGoesOnFromTheMarksOfVersionOne() throws Exception {
        try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate =
                restored(IntakeHarnesses.gate(Feed.TRANSIT_TAPS, 1, 0), GoldenFiles.state("v1/gate.bin"), 1, 1)) {
            send(gate, 0, EIGHT - 2 * BusinessTime.DAY, EIGHT - 2 * BusinessTime.DAY - 1);
            send(gate, 1, EIGHT - BusinessTime.DAY, EIGHT - BusinessTime.DAY - 1);
            assertThat(take(gate)).hasSize(2);
            assertThat(take(gate, IntakeGate.LATE)).hasSize(2);
        }
    }

    @Test
    void settlingKnowsTheObservationsOfVersionOne() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> settle = restored(
                IntakeHarnesses.settle(Feed.AIR_OBSERVATIONS, 1, 0), GoldenFiles.state("v1/settle.bin"), 1, 1)) {
            settle.processElement(reading("site", EIGHT, 7), EIGHT);
            settle.processElement(reading("站点", EIGHT, 8), EIGHT);
            settle.processElement(reading("站点", EIGHT, 9), EIGHT);
            assertThat(take(settle)).containsExactly(reading("站点", EIGHT, 9));
            settle.processWatermark(EIGHT + 37 * BusinessTime.DAY);
            assertThat(settle.numKeyedStateEntries()).isZero();
        }
    }
}
