package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.tongcheng.transit.SampleTap.enter;
import static org.tongcheng.transit.SampleTap.exit;
import static org.tongcheng.transit.operator.GoldenStates.EIGHT;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;

/** Savepoints of version 1 are read, and go on where they stopped. */
class GoldenStateTest {

    @Test
    void deduplicationKnowsTheIdsOfVersionOne() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<Integer, Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.initializeState(GoldenFiles.state("v1/deduplicate.bin"));
            harness.open();
            assertThat(harness.numKeyedStateEntries()).isEqualTo(3);
            Tap fresh = enter("fresh").at(EIGHT).tap();
            Harnesses.send(harness, GoldenStates.SEEN.toArray(new Tap[0]));
            Harnesses.send(harness, fresh);
            assertThat(Harnesses.take(harness)).containsExactly(fresh);
        }
    }

    @Test
    void pairingGoesOnWithTheCardsOfVersionOne() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<Integer, CardTap, WindowPart> harness =
                Harnesses.pairJourneys(1, 0)) {
            harness.initializeState(GoldenFiles.state("v1/pair-journeys.bin"));
            harness.open();
            assertThat(harness.numKeyedStateEntries()).isEqualTo(3);
            assertThat(harness.numEventTimeTimers()).isEqualTo(3);
            Harnesses.sendCards(
                    harness,
                    exit("out-1").card(1).at(EIGHT + BusinessTime.HOUR).tap(),
                    enter("between")
                            .card(2)
                            .at(EIGHT + 10 * BusinessTime.MINUTE)
                            .tap(),
                    enter("in-3").card(3).at(EIGHT + BusinessTime.MINUTE).tap());
            harness.prepareSnapshotPreBarrier(1);
            assertThat(Harnesses.sumsOf(Harnesses.take(harness)))
                    .containsOnly(
                            entry("ORIGIN_DESTINATION 510100/510100 2026-03-05+540", List.of(1L, 200L)),
                            entry("ORIGIN_DESTINATION 510100/510100 2026-03-05+480", List.of(1L, 200L)),
                            entry("UNMATCHED 510100 2026-03-05+480", List.of(0L, -1L)));
            harness.processWatermark(EIGHT + 3 * BusinessTime.DAY);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void windowsGoOnWithTheSumsRevisionsAndTimersOfVersionOne() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowPart, Result> harness =
                Harnesses.addWindows(1, 0)) {
            harness.initializeState(GoldenFiles.state("v1/windows.bin"));
            harness.open();
            for (WindowPart part :
                    GoldenStates.parts(List.of(enter("new").card(9).at(EIGHT).tap()), List.of())) {
                harness.processElement(part, 0);
            }
            harness.processWatermark(EIGHT + 2 * BusinessTime.DAY);
            Map<String, String> issued = new TreeMap<>();
            for (Result result : Harnesses.take(harness)) {
                String counts = result.fields().stream()
                        .map(field -> field.value())
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow();
                issued.put(result.measurement() + " r" + result.revision(), counts);
            }
            assertThat(issued)
                    .containsOnly(
                            entry("transit_stop_1m r1", "6 0 6 1200"),
                            entry("transit_route_15m r1", "6 0 6 1200"),
                            entry("transit_city_1m r1", "6 0 6 1200 120 0 2"),
                            entry("transit_city_1h r1", "6 0 6 1200 120 0 2 2"),
                            entry("transit_city_1d r0", "6 0 6 1200 120 0 2 2"),
                            entry("transit_roaming_1h r1", "2 400 40 1"),
                            entry("transit_unmatched_1h r0", "1 1"));
            harness.processWatermark(EIGHT + 40 * BusinessTime.DAY);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }
}
