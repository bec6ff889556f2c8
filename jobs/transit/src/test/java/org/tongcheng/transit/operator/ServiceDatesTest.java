package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;

import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;

/** Devices whose calendar stands still name one date for weeks, while the clock of their taps is right. */
class ServiceDatesTest {

    private static final long YEARS_LATER = MIDNIGHT + 4000 * BusinessTime.DAY;
    private static final long WEEK = 7 * BusinessTime.DAY;

    @Test
    void aServiceDateLivesAsLongAsTapsNameIt() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> harness =
                Harnesses.addWindows(1, 0)) {
            harness.open();
            long entries = 0;
            for (int week = 0; week < 20; week++) {
                harness.processWatermark(YEARS_LATER + week * WEEK);
                harness.processElement(SampleParts.day(MIDNIGHT, 50), 0);
                entries += 50;
                harness.processWatermark(YEARS_LATER + week * WEEK + 1);
                assertThat(Harnesses.take(harness))
                        .extracting(Result::revision, result -> result.field("total_entries"))
                        .containsExactly(tuple(week, Long.toString(entries)));
            }
            harness.processWatermark(YEARS_LATER + 20 * WEEK + 32 * BusinessTime.DAY);
            assertThat(Harnesses.take(harness)).isEmpty();
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }
}
