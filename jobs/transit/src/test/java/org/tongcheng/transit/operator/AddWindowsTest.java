package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;
import static org.tongcheng.transit.operator.SampleParts.day;
import static org.tongcheng.transit.operator.SampleParts.journeys;
import static org.tongcheng.transit.operator.SampleParts.stop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;

class AddWindowsTest {

    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();
    private static final long EIGHT = MIDNIGHT + 8 * BusinessTime.HOUR;
    private static final long MINUTE = BusinessTime.MINUTE;

    private KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> harness;

    @BeforeEach
    void open() throws Exception {
        harness = Harnesses.addWindows(1, 0);
        harness.open();
        harness.processWatermark(EIGHT - 1);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void issuesAWindowOnceWhenTheWatermarkReachesItsEnd() throws Exception {
        add(stop(EIGHT, 2), stop(EIGHT, 3));
        harness.processWatermark(EIGHT + MINUTE - 1);
        assertThat(issued()).isEmpty();
        harness.processWatermark(EIGHT + MINUTE);
        assertThat(issued()).containsExactly("08:00 r0 5");
        harness.processWatermark(EIGHT + 5 * MINUTE);
        assertThat(issued()).isEmpty();
    }

    @Test
    void issuesARevisionAtTheNextWatermarkAfterAChange() throws Exception {
        add(stop(EIGHT, 2));
        harness.processWatermark(EIGHT + 10 * MINUTE);
        assertThat(issued()).containsExactly("08:00 r0 2");
        add(stop(EIGHT, 1), stop(EIGHT, 1));
        assertThat(issued()).isEmpty();
        harness.processWatermark(EIGHT + 10 * MINUTE + 1);
        assertThat(issued()).containsExactly("08:00 r1 4");
        add(stop(EIGHT, 1));
        harness.processWatermark(EIGHT + BusinessTime.DAY);
        assertThat(issued()).containsExactly("08:00 r2 5");
    }

    @Test
    void windowsOfOneBlockAreIssuedEachInItsTime() throws Exception {
        add(stop(EIGHT, 1), stop(EIGHT + 59 * MINUTE, 2), stop(EIGHT + MINUTE, 3));
        harness.processWatermark(EIGHT + MINUTE);
        assertThat(issued()).containsExactly("08:00 r0 1");
        harness.processWatermark(EIGHT + 3 * MINUTE);
        assertThat(issued()).containsExactly("08:01 r0 3");
        add(stop(EIGHT, 1));
        harness.processWatermark(EIGHT + 60 * MINUTE);
        assertThat(issued()).containsExactlyInAnyOrder("08:00 r1 2", "08:59 r0 2");
    }

    @Test
    void windowsAreIssuedInTheOrderOfTimeWhenTheWatermarkLeaps() throws Exception {
        add(stop(EIGHT + MINUTE, 1), stop(EIGHT + 60 * MINUTE, 2), stop(EIGHT, 3));
        harness.processWatermark(EIGHT + BusinessTime.DAY);
        assertThat(issued()).containsExactly("08:00 r0 3", "08:01 r0 1", "09:00 r0 2");
    }

    @Test
    void whatCameUndoneIsWithdrawnToZeros() throws Exception {
        add(journeys(EIGHT, 1, 300, 600));
        harness.processWatermark(EIGHT + BusinessTime.HOUR);
        assertThat(Harnesses.take(harness)).singleElement().satisfies(result -> {
            assertThat(result.field("journeys")).isEqualTo("1");
            assertThat(result.field("duration_p50_s")).isEqualTo("600");
        });
        add(journeys(EIGHT, -1, -300, 600));
        harness.processWatermark(EIGHT + BusinessTime.HOUR + 1);
        assertThat(Harnesses.take(harness)).singleElement().satisfies(result -> {
            assertThat(result.revision()).isEqualTo(1);
            assertThat(result.field("journeys")).isEqualTo("0");
            assertThat(result.field("amount_fen")).isEqualTo("0");
            assertThat(result.field("duration_p50_s")).isNull();
        });
    }

    @Test
    void whatCameUndoneBeforeItWasIssuedIsNotIssued() throws Exception {
        add(journeys(EIGHT, 1, 300, 600), journeys(EIGHT, -1, -300, 600));
        harness.processWatermark(EIGHT + BusinessTime.DAY);
        assertThat(issued()).isEmpty();
        add(journeys(EIGHT, 1, 300, 600));
        harness.processWatermark(EIGHT + BusinessTime.DAY + 1);
        assertThat(Harnesses.take(harness)).singleElement().satisfies(result -> assertThat(result.revision())
                .isZero());
    }

    @Test
    void unmatchedTapsWaitSixHours() throws Exception {
        add(new WindowPart(TransitWindow.UNMATCHED, new String[] {"510100"}, EIGHT, new long[] {1, 0}, null, null));
        harness.processWatermark(EIGHT + 7 * BusinessTime.HOUR - 1);
        assertThat(issued()).isEmpty();
        harness.processWatermark(EIGHT + 7 * BusinessTime.HOUR);
        assertThat(Harnesses.take(harness)).singleElement().satisfies(result -> assertThat(
                        result.field("entries_without_exit"))
                .isEqualTo("1"));
    }

    @Test
    void aServiceDateOfTheFarFutureIsIssuedAtTheNextWatermark() throws Exception {
        add(day(MIDNIGHT + 300 * BusinessTime.DAY, 1));
        harness.processWatermark(EIGHT);
        assertThat(Harnesses.take(harness)).singleElement().satisfies(result -> assertThat(result.revision())
                .isZero());
        add(day(MIDNIGHT + 300 * BusinessTime.DAY, 1));
        harness.processWatermark(EIGHT + 1);
        assertThat(Harnesses.take(harness)).singleElement().satisfies(result -> {
            assertThat(result.revision()).isEqualTo(1);
            assertThat(result.field("total_entries")).isEqualTo("2");
        });
    }

    /** Around the farthest end that is waited for, a window must be issued one way or the other. */
    @Test
    void noServiceDateFallsBetweenFarAndNear() throws Exception {
        for (long beside = -2; beside <= 2; beside++) {
            try (KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> fresh =
                    Harnesses.addWindows(1, 0)) {
                fresh.open();
                fresh.processWatermark(MIDNIGHT + beside);
                WindowPart part = day(MIDNIGHT + BusinessTime.DAY, 1);
                fresh.processElement(part, 0);
                fresh.processWatermark(part.start() + BusinessTime.DAY);
                assertThat(Harnesses.take(fresh)).as("beside by %d ms", beside).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TransitWindow.class)
    void everyBlockDiesAndItsStateGoesBackToZero(TransitWindow window) throws Exception {
        String[] tags = window.measurement().tags().toArray(new String[0]);
        WindowPart part = new WindowPart(window, tags, MIDNIGHT, new long[] {1, 1, 1, 1, 1, 1, 1}, null, null);
        harness.processWatermark(MIDNIGHT);
        add(part);
        boolean serviceDate = window == TransitWindow.CITY_DAY;
        int entries = serviceDate ? 2 : 1;
        assertThat(harness.numKeyedStateEntries()).isEqualTo(entries);
        long lastComing = MIDNIGHT + LATENESS;
        harness.processWatermark(lastComing);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(entries);
        add(part);
        harness.processWatermark(lastComing + (serviceDate ? 32 : 3) * BusinessTime.DAY);
        assertThat(Harnesses.take(harness)).extracting(Result::revision).containsExactly(0, 1);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aChangeJustBeforeTheBlockDiesIsIssued() throws Exception {
        add(stop(EIGHT, 2));
        long death = TransitWindow.STOP.deathOf(EIGHT, LATENESS);
        harness.processWatermark(death - 1);
        assertThat(issued()).containsExactly("08:00 r0 2");
        add(stop(EIGHT, 1));
        harness.processWatermark(death);
        assertThat(issued()).containsExactly("08:00 r1 3");
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aSnapshotInTheMiddleKeepsSumsRevisionsAndTimersAtAnyParallelism() throws Exception {
        for (int stop = 0; stop < 20; stop++) {
            add(stop("stop-" + stop, EIGHT, 1), stop("stop-" + stop, EIGHT + MINUTE, 5));
        }
        harness.processWatermark(EIGHT + MINUTE);
        assertThat(issued()).hasSize(20);
        OperatorSubtaskState state = Harnesses.snapshot(harness);
        List<String> issued = new ArrayList<>();
        for (int subtask = 0; subtask < 3; subtask++) {
            try (KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> restored =
                    Harnesses.addWindows(3, subtask)) {
                Harnesses.restored(restored, state, 1, 3);
                for (int stop = 0; stop < 20; stop++) {
                    WindowPart part = stop("stop-" + stop, EIGHT, 2);
                    if (Harnesses.subtaskOf(part.key(), 3) == subtask) {
                        restored.processElement(part, 0);
                    }
                }
                restored.processWatermark(EIGHT + 2 * MINUTE);
                Harnesses.take(restored).forEach(result -> issued.add(text(result)));
                restored.processWatermark(EIGHT + 5 * BusinessTime.DAY);
                assertThat(restored.numKeyedStateEntries()).isZero();
            }
        }
        assertThat(issued.stream().collect(Collectors.groupingBy(text -> text, Collectors.counting())))
                .isEqualTo(Map.of("08:00 r1 3", 20L, "08:01 r0 5", 20L));
    }

    private void add(WindowPart... parts) throws Exception {
        for (WindowPart part : parts) {
            harness.processElement(part, 0);
        }
    }

    private List<String> issued() {
        return Harnesses.take(harness).stream().map(AddWindowsTest::text).toList();
    }

    /** Start of the window, revision, entries. */
    private static String text(Result result) {
        long minutes = (result.time() - MIDNIGHT) / MINUTE;
        return String.format(
                "%02d:%02d r%d %s", minutes / 60, minutes % 60, result.revision(), result.field("total_entries"));
    }
}
