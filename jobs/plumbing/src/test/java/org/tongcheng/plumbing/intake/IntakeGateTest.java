package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.EIGHT;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.arrival;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.broken;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.opened;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.reading;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.restored;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.send;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.snapshot;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.take;

import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.wire.Decoded;

class IntakeGateTest {

    private static final long TWO_DAYS = 2 * BusinessTime.DAY;

    private OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate;

    @BeforeEach
    void open() throws Exception {
        gate = opened(IntakeHarnesses.gate(Feed.TRANSIT_TAPS, 1, 0));
    }

    @AfterEach
    void close() throws Exception {
        gate.close();
    }

    @ParameterizedTest
    @CsvSource({"TRANSIT_TAPS, 2", "AIR_OBSERVATIONS, 35", "WATER_OBSERVATIONS, 35"})
    void acceptsUpToTheLatenessAndNotAMillisecondMore(Feed feed, int days) throws Exception {
        try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> fresh =
                opened(IntakeHarnesses.gate(feed, 1, 0))) {
            long oldest = EIGHT - Duration.ofDays(days).toMillis();
            send(fresh, 0, EIGHT, oldest, oldest - 1);
            assertThat(take(fresh)).extracting(Reading::eventTime).containsExactly(EIGHT, oldest);
            assertThat(take(fresh, IntakeGate.LATE))
                    .containsExactly(new LateRecord(
                            feed.topic(),
                            oldest - 1,
                            oldest,
                            "shown: paid",
                            "utf8",
                            "a.topic",
                            0,
                            5,
                            oldest - 1 + 90_000));
        }
    }

    @Test
    void theFirstRecordOfAPartitionIsNeverLate() throws Exception {
        send(gate, 0, EIGHT);
        send(
                gate,
                1,
                EIGHT - 100 * BusinessTime.DAY,
                EIGHT - 102 * BusinessTime.DAY,
                EIGHT - 102 * BusinessTime.DAY - 1);
        assertThat(take(gate)).hasSize(3);
        assertThat(take(gate, IntakeGate.LATE)).hasSize(1);
    }

    @Test
    void onlyAcceptedRecordsMoveTheMarkAndOnlyForward() throws Exception {
        send(gate, 0, EIGHT, EIGHT - TWO_DAYS - 5, EIGHT - TWO_DAYS);
        gate.processElement(broken(0, EIGHT + 10 * BusinessTime.DAY), 0);
        send(gate, 0, EIGHT - TWO_DAYS, EIGHT - TWO_DAYS - 1);
        assertThat(take(gate)).hasSize(3);
        assertThat(take(gate, IntakeGate.LATE)).hasSize(2);
    }

    @Test
    void everyTopicHasMarksOfItsOwn() throws Exception {
        send(gate, 0, EIGHT);
        Reading old = reading("site", EIGHT - 50 * BusinessTime.DAY, 1);
        Arrival<Reading> same = arrival(0, old);
        gate.processElement(new Arrival<>(same.decoded(), "other.topic", 0, 0, new byte[0]), 0);
        assertThat(take(gate)).hasSize(2);
    }

    @Test
    void aRejectedRecordBecomesADeadLetterWithItsPlace() throws Exception {
        send(gate, 3, EIGHT);
        gate.processElement(broken(3, EIGHT - 20 * BusinessTime.DAY), 0);
        assertThat(take(gate)).hasSize(1);
        assertThat(take(gate, IntakeGate.LATE)).isEmpty();
        assertThat(take(gate, IntakeGate.DEAD_LETTERS))
                .containsExactly(new DeadLetter(
                        "transit.taps",
                        RejectionReason.OUT_OF_RANGE,
                        "ph",
                        "above 14",
                        "shown: bad",
                        "utf8",
                        "a.topic",
                        3,
                        6,
                        EIGHT - 20 * BusinessTime.DAY));
    }

    @Test
    void aLetterTellsOfAnArrivalOnlyWhatWasRecorded() throws Exception {
        send(gate, 0, EIGHT);
        Rejection rejection = new Rejection(RejectionReason.OUT_OF_RANGE, "ph", "above 14");
        Decoded<Reading> datedByItsEvent = new Decoded<>(null, rejection, EIGHT, FeedRecord.UNKNOWN_TIME);
        gate.processElement(new Arrival<>(datedByItsEvent, "a.topic", 0, 0, new byte[0]), 0);
        long old = EIGHT - 4 * BusinessTime.DAY;
        gate.processElement(arrival(0, new Reading("site", old, EIGHT + 7, 1, false)), 0);
        gate.processElement(arrival(0, new Reading("site", old, FeedRecord.UNKNOWN_TIME, 1, false)), 0);
        assertThat(take(gate, IntakeGate.DEAD_LETTERS))
                .extracting(DeadLetter::recordTimestamp)
                .containsExactly(FeedRecord.UNKNOWN_TIME);
        assertThat(take(gate, IntakeGate.LATE))
                .extracting(LateRecord::recordTimestamp)
                .containsExactly(EIGHT + 7, FeedRecord.UNKNOWN_TIME);
    }

    @Test
    void countsEachRecordInTheMinuteOfItsArrival() throws Exception {
        send(gate, 0, EIGHT, EIGHT + 1);
        gate.processElement(broken(0, EIGHT + 70_000), 0);
        Reading late = new Reading("site", EIGHT - 3 * BusinessTime.DAY, EIGHT + 5 * BusinessTime.MINUTE, 1, false);
        gate.processElement(arrival(0, late), 0);
        assertThat(counts())
                .containsExactlyInAnyOrder(
                        count(EIGHT + BusinessTime.MINUTE, 3, 0, 1), count(EIGHT + 5 * BusinessTime.MINUTE, 1, 1, 0));
    }

    @Test
    void aLateRecordWithoutARecordedArrivalIsCountedAtTheHighestMinuteOfItsPartition() throws Exception {
        send(gate, 0, EIGHT);
        send(gate, 1, EIGHT + BusinessTime.HOUR);
        long old = EIGHT - 4 * BusinessTime.DAY;
        gate.processElement(arrival(0, new Reading("site", old, old, 1, false)), 0);
        assertThat(counts()).contains(count(EIGHT, 1, 1, 0));
    }

    /** The ledger closes minutes that long ago; each such record would begin its minute anew and lose what was there. */
    @Test
    void noRecordIsCountedInAMinuteOlderThanWhatIsAccepted() throws Exception {
        send(gate, 0, EIGHT);
        gate.processElement(broken(0, EIGHT - TWO_DAYS - 1), 0);
        gate.processElement(broken(0, EIGHT - 9000 * BusinessTime.DAY), 0);
        gate.processElement(broken(0, EIGHT - TWO_DAYS), 0);
        send(gate, 0, EIGHT - 9 * BusinessTime.DAY);
        assertThat(counts()).contains(count(EIGHT, 3, 1, 2), count(EIGHT - TWO_DAYS, 1, 0, 1));
    }

    @Test
    void aRecordWithoutAnyTimeIsCountedAtMinuteZero() throws Exception {
        gate.processElement(broken(0, FeedRecord.UNKNOWN_TIME), 0);
        send(gate, 0, EIGHT);
        gate.processElement(broken(0, FeedRecord.UNKNOWN_TIME), 0);
        assertThat(counts()).contains(count(0, 2, 0, 2));
    }

    @Test
    void handsItsCountsOnBeforeBarrierWatermarkAndEnd() throws Exception {
        send(gate, 0, EIGHT);
        assertThat(take(gate, IntakeGate.LEDGER)).isEmpty();
        gate.prepareSnapshotPreBarrier(1);
        assertThat(take(gate, IntakeGate.LEDGER)).hasSize(1);
        send(gate, 0, EIGHT);
        gate.processWatermark(EIGHT);
        assertThat(take(gate, IntakeGate.LEDGER)).hasSize(1);
        OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> ending =
                opened(IntakeHarnesses.gate(Feed.TRANSIT_TAPS, 1, 0));
        send(ending, 0, EIGHT);
        ending.close();
        assertThat(take(ending, IntakeGate.LEDGER)).hasSize(1);
        assertThat(ending.getOutput()).endsWith(WatermarkStatus.ACTIVE, Watermark.MAX_WATERMARK);
    }

    /** A partition may be assigned anywhere after a restore, and marks of before may be in more than one place. */
    @Test
    void aRestoreFindsTheHighestMarkOfEveryPartitionAtAnyParallelism() throws Exception {
        send(gate, 0, EIGHT);
        send(gate, 1, EIGHT - BusinessTime.DAY);
        OperatorSubtaskState one = snapshot(gate);
        OperatorSubtaskState[] two = new OperatorSubtaskState[2];
        for (int subtask = 0; subtask < 2; subtask++) {
            try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> half =
                    restored(IntakeHarnesses.gate(Feed.TRANSIT_TAPS, 2, subtask), one, 1, 2)) {
                send(half, subtask, EIGHT - BusinessTime.DAY - TWO_DAYS - 1);
                assertThat(take(half, IntakeGate.LATE)).hasSize(1);
                send(half, subtask, EIGHT + (subtask + 1) * BusinessTime.DAY);
                two[subtask] = snapshot(half);
            }
        }
        OperatorSubtaskState merged = AbstractStreamOperatorTestHarness.repackageState(two);
        for (int subtask = 0; subtask < 3; subtask++) {
            for (int partition = 0; partition < 2; partition++) {
                try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> third =
                        restored(IntakeHarnesses.gate(Feed.TRANSIT_TAPS, 3, subtask), merged, 2, 3)) {
                    long oldest = EIGHT + (partition + 1) * BusinessTime.DAY - TWO_DAYS;
                    send(third, partition, oldest, oldest - 1);
                    assertThat(take(third)).extracting(Reading::eventTime).containsExactly(oldest);
                    assertThat(take(third, IntakeGate.LATE)).hasSize(1);
                }
            }
        }
    }

    private List<LedgerCount> counts() throws Exception {
        gate.prepareSnapshotPreBarrier(1);
        return take(gate, IntakeGate.LEDGER);
    }

    private static LedgerCount count(long minute, long received, long late, long rejected) {
        return new LedgerCount(Feed.TRANSIT_TAPS, minute, received, 0, 0, 0, 0, late, rejected);
    }
}
