package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.station;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Measurement;

/** Silence of a whole measurement, which nothing but a clock can tell. */
final class SilenceClockTest {

    private static final String SILENT = "silent@1 1431A #0 firing blue 2026-03-05T10:00 since 2026-03-05T10:00";

    @Test
    void allFallSilentAsTimeGoesBy() throws Exception {
        try (Watching watching = Watching.live(SilenceTest.STATIONS, null)) {
            watching.clock("2026-03-05T08:20");
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0), station("2562A", "2026-03-05T08:00", 50, 0));
            // It was twenty minutes late, and so the next ones may be.
            assertThat(watching.clock("2026-03-05T10:19")).isEmpty();
            assertThat(watching.clock("2026-03-05T10:21")).contains(SILENT).hasSize(2);
        }
    }

    @Test
    void aReportThatComesAfterAllTakesTheGroundAway() throws Exception {
        try (Watching watching = Watching.live(SilenceTest.STATIONS, null)) {
            watching.clock("2026-03-05T08:20");
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0));
            assertThat(watching.clock("2026-03-05T10:21")).contains(SILENT);
            assertThat(watching.feed(station("1431A", "2026-03-05T09:00", 50, 0)))
                    .singleElement()
                    .asString()
                    .startsWith("silent@1 1431A #1 retracted");
        }
    }

    @Test
    void whatNeverCameIsMissedFromTheFirstStartOn() throws Exception {
        OperatorSubtaskState state;
        try (Watching watching = Watching.live(SilenceTest.STATIONS, null)) {
            watching.clock("2026-03-05T08:00");
            watching.feed(WatchGroups.awaited(Measurement.AIR_STATION_1H));
            assertThat(watching.clock("2026-03-05T09:59")).isEmpty();
            assertThat(watching.clock("2026-03-05T10:01")).contains(SILENT).hasSize(2);
            watching.clock("2026-03-05T11:05");
            assertThat(watching.feed(station("1431A", "2026-03-05T11:00", 50, 0)))
                    .containsExactly("silent@1 1431A #1 resolved blue 2026-03-05T11:00 since 2026-03-05T10:00 cleared");
            state = watching.snapshot();
        }
        try (Watching watching = Watching.live(SilenceTest.STATIONS, state)) {
            watching.clock("2026-03-05T11:30");
            watching.feed(WatchGroups.awaited(Measurement.AIR_STATION_1H));
            assertThat(watching.clock("2026-03-05T12:30"))
                    .containsExactly("silent@1 2562A #1 firing yellow 2026-03-05T12:00 since 2026-03-05T10:00");
        }
    }

    @Test
    void whatIsAwaitedIsNotMissedInAReplayThatBegins() throws Exception {
        try (Watching watching = Watching.live(SilenceTest.STATIONS, null)) {
            watching.clock("2026-11-05T08:00");
            watching.feed(WatchGroups.awaited(Measurement.AIR_STATION_1H));
            watching.clock("2026-11-05T08:05");
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0), station("2562A", "2026-03-05T08:00", 50, 0));
            watching.feed(station("1431A", "2026-03-05T09:00", 50, 0), station("1431A", "2026-03-05T10:00", 50, 0));
            assertThat(watching.clock("2026-11-06T14:00")).isEmpty();
            assertThat(watching.watermark("2026-03-05T10:00"))
                    .containsExactly("silent@1 2562A #0 firing blue 2026-03-05T10:00 since 2026-03-05T10:00");
        }
    }

    @Test
    void aReplayOfOldPointsIsNotJudgedByTheClock() throws Exception {
        try (Watching watching = Watching.live(SilenceTest.STATIONS, null)) {
            watching.clock("2026-03-05T14:01");
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0));
            assertThat(watching.clock("2026-03-06T14:00")).isEmpty();
        }
    }

    @Test
    void aRecordingHasNoClock() throws Exception {
        try (Watching watching = Watching.groups(SilenceTest.STATIONS, null)) {
            watching.clock("2026-03-05T08:20");
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0));
            assertThat(watching.clock("2026-03-06T14:00")).isEmpty();
        }
    }

    @Test
    void timeInWhichTheJobWasDownDoesNotCount() throws Exception {
        OperatorSubtaskState state;
        try (Watching watching = Watching.live(SilenceTest.STATIONS, null)) {
            watching.clock("2026-03-05T08:20");
            watching.feed(station("1431A", "2026-03-05T08:00", 50, 0));
            assertThat(watching.clock("2026-03-05T09:20")).isEmpty();
            state = watching.snapshot();
        }
        try (Watching watching = Watching.live(SilenceTest.STATIONS, state)) {
            // What came meanwhile is still to be read.
            assertThat(watching.clock("2026-03-05T13:00")).isEmpty();
            assertThat(watching.clock("2026-03-05T13:59")).isEmpty();
            assertThat(watching.clock("2026-03-05T14:01")).contains(SILENT);
        }
        try (Watching watching = Watching.groups(SilenceTest.STATIONS, state)) {
            // Nor does any, where there is a clock no more.
            assertThat(watching.clock("2026-03-05T13:00")).isEmpty();
            assertThat(watching.clock("2026-03-06T13:00")).isEmpty();
        }
    }
}
