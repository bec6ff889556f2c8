package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.EIGHT;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.opened;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.reading;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.restored;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.snapshot;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.take;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.total;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.time.BusinessTime;

class SettleObservationsTest {

    private static final Feed FEED = Feed.AIR_OBSERVATIONS;
    private static final long LATENESS = FEED.lateness().toMillis();

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> settle;

    @BeforeEach
    void open() throws Exception {
        settle = opened(IntakeHarnesses.settle(FEED, 1, 0));
    }

    @AfterEach
    void close() throws Exception {
        settle.close();
    }

    @Test
    void theSameContentAgainIsADuplicate() throws Exception {
        send(reading("s", EIGHT, 7), reading("s", EIGHT, 7));
        assertThat(take(settle)).containsExactly(reading("s", EIGHT, 7));
        assertThat(counted()).isEqualTo(count(1, 0, 0, 1));
    }

    @Test
    void otherContentIsACorrectionEveryTime() throws Exception {
        send(reading("s", EIGHT, 7), reading("s", EIGHT, 8), reading("s", EIGHT, 7), reading("s", EIGHT, 7));
        assertThat(take(settle)).extracting(Reading::number).containsExactly(7, 8, 7);
        assertThat(counted()).isEqualTo(count(3, 2, 0, 1));
    }

    @Test
    void aCorrectionIsMeasuredAgainstTheLastValueNotTheFirst() throws Exception {
        send(reading("s", EIGHT, 7), reading("s", EIGHT, 8), reading("s", EIGHT, 8));
        assertThat(take(settle)).hasSize(2);
        assertThat(counted()).isEqualTo(count(2, 1, 0, 1));
    }

    @Test
    void sitesAndTimesAreApart() throws Exception {
        send(reading("s", EIGHT, 7), reading("t", EIGHT, 7), reading("s", EIGHT + 1, 7));
        assertThat(take(settle)).hasSize(3);
        assertThat(counted()).isEqualTo(count(3, 0, 0, 0));
    }

    @Test
    void flaggedRecordsArePartOfTheAccepted() throws Exception {
        Reading flagged = new Reading("s", EIGHT, EIGHT, 7, true);
        send(flagged, flagged, new Reading("s", EIGHT, EIGHT, 8, true));
        assertThat(counted()).isEqualTo(count(2, 1, 2, 1));
    }

    @Test
    void countsStandInTheMinuteOfArrival() throws Exception {
        send(reading("s", EIGHT, 7));
        assertThat(take(settle, IntakeGate.LEDGER))
                .extracting(LedgerCount::minute)
                .containsExactly(EIGHT + BusinessTime.MINUTE);
    }

    @Test
    void remembersOverTheWholeLatenessAndThenForgets() throws Exception {
        send(reading("s", EIGHT, 7), reading("s", EIGHT + BusinessTime.HOUR, 7), reading("t", EIGHT, 7));
        take(settle);
        settle.processWatermark(EIGHT + LATENESS + BusinessTime.HOUR);
        send(reading("s", EIGHT, 7), reading("s", EIGHT, 8));
        assertThat(take(settle)).extracting(Reading::number).containsExactly(8);
        settle.processWatermark(EIGHT + LATENESS + 2 * BusinessTime.DAY);
        assertThat(settle.numKeyedStateEntries()).isZero();
        assertThat(settle.numEventTimeTimers()).isZero();
    }

    @Test
    void aYearOfHoursKeepsOneTimerADay() throws Exception {
        for (long hour = 0; hour < 365 * 24; hour++) {
            long time = EIGHT + hour * BusinessTime.HOUR;
            send(reading("s", time, 1));
            settle.processWatermark(time);
            assertThat(settle.numEventTimeTimers()).isLessThanOrEqualTo(39);
        }
        assertThat(settle.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void aSnapshotInTheMiddleKeepsWhatIsValidAtAnyParallelism() throws Exception {
        for (int site = 0; site < 30; site++) {
            send(reading("site-" + site, EIGHT, 7), reading("site-" + site, EIGHT, 8));
        }
        OperatorSubtaskState state = snapshot(settle);
        int accepted = 0;
        for (int subtask = 0; subtask < 3; subtask++) {
            try (KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> third =
                    restored(IntakeHarnesses.settle(FEED, 3, subtask), state, 1, 3)) {
                for (int site = 0; site < 30; site++) {
                    String key = "site-" + site;
                    int owner = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                            key, IntakeHarnesses.MAX_PARALLELISM, 3);
                    if (owner == subtask) {
                        third.processElement(reading(key, EIGHT, 8), EIGHT);
                        third.processElement(reading(key, EIGHT, 7), EIGHT);
                    }
                }
                accepted += take(third).size();
                third.processWatermark(EIGHT + LATENESS + 2 * BusinessTime.DAY);
                assertThat(third.numKeyedStateEntries()).isZero();
            }
        }
        assertThat(accepted).isEqualTo(30);
    }

    private void send(Reading... readings) throws Exception {
        for (Reading reading : readings) {
            settle.processElement(reading, reading.eventTime());
        }
    }

    private LedgerCount counted() {
        return total(FEED, take(settle, IntakeGate.LEDGER));
    }

    private static LedgerCount count(long accepted, long revised, long flagged, long duplicate) {
        return new LedgerCount(FEED, 0, 0, accepted, revised, flagged, duplicate, 0, 0);
    }
}
