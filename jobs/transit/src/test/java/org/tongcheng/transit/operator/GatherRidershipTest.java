package org.tongcheng.transit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;
import static org.tongcheng.transit.SampleTap.SERVICE_DAY;
import static org.tongcheng.transit.SampleTap.acting;
import static org.tongcheng.transit.SampleTap.enter;
import static org.tongcheng.transit.SampleTap.exit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.UniqueTokens;
import org.tongcheng.transit.window.WindowPart;

class GatherRidershipTest {

    private static final long EIGHT = MIDNIGHT + 8 * BusinessTime.HOUR;

    @Test
    void handsAPartOnBeforeTheWatermarkThatItsWindowWaitsFor() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership()) {
            harness.open();
            Harnesses.send(harness, enter("a").tap(), exit("b").tap());
            harness.processWatermark(EIGHT + BusinessTime.MINUTE - 1);
            assertThat(Harnesses.take(harness)).isEmpty();
            Map<String, List<Long>> all = new TreeMap<>();
            for (int minutes : new int[] {1, 15, 60}) {
                harness.processWatermark(EIGHT + minutes * BusinessTime.MINUTE);
                assertThat(Harnesses.endsWithAWatermark(harness)).isTrue();
                Map<String, List<Long>> now = Harnesses.sumsOf(Harnesses.take(harness));
                assertThat(now).hasSize(minutes == 15 ? 1 : 2);
                all.putAll(now);
            }
            assertThat(all).isEqualTo(twoTaps());
            harness.processWatermark(EIGHT + BusinessTime.HOUR + 1);
            assertThat(Harnesses.take(harness)).isEmpty();
        }
    }

    /** What a window already issued has to hear goes on at once. */
    @Test
    void handsALatePartOnBeforeTheNextWatermark() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership()) {
            harness.open();
            harness.processWatermark(EIGHT + BusinessTime.DAY);
            Harnesses.send(harness, enter("a").tap(), exit("b").tap());
            harness.processWatermark(EIGHT + BusinessTime.DAY + 1);
            assertThat(Harnesses.sumsOf(Harnesses.take(harness))).isEqualTo(twoTaps());
        }
    }

    @Test
    void handsEverythingOnBeforeTheBarrierAndKeepsNoState() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership()) {
            harness.open();
            Harnesses.send(harness, enter("a").tap(), exit("b").tap());
            harness.prepareSnapshotPreBarrier(1);
            assertThat(Harnesses.sumsOf(Harnesses.take(harness))).isEqualTo(twoTaps());
            assertThat(harness.snapshot(1, 1).getStateSize()).isZero();
            harness.processWatermark(EIGHT);
            assertThat(Harnesses.take(harness)).isEmpty();
        }
    }

    @Test
    void handsEverythingOnAtTheEndOfTheInput() throws Exception {
        OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership();
        harness.open();
        Harnesses.send(harness, enter("a").tap(), exit("b").tap());
        harness.close();
        assertThat(Harnesses.sumsOf(Harnesses.take(harness))).isEqualTo(twoTaps());
    }

    /** Hours of a file may lie between two watermarks. */
    @Test
    void handsPartsOnEarlyBeforeTheyFillTheMemory() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership()) {
            harness.open();
            for (int i = 0; i < 200_000; i++) {
                harness.processElement(enter("a").stop("stop-" + i).tap(), EIGHT);
            }
            assertThat(harness.getOutput()).isNotEmpty();
            harness.processWatermark(EIGHT);
            harness.prepareSnapshotPreBarrier(1);
            List<WindowPart> parts = Harnesses.take(harness);
            assertThat(Harnesses.sumsOf(parts))
                    .hasSize(200_000 + 4)
                    .containsEntry("CITY_MINUTE 510100 2026-03-05+480", sums(200_000));
        }
    }

    @Test
    void aTapWithoutStopOrRouteMissesOnlyThatWindow() throws Exception {
        assertThat(gathered(enter("a").stop(null).tap()))
                .containsOnlyKeys(
                        "CITY_DAY 510100 2026-03-05+0",
                        "CITY_HOUR 510100 2026-03-05+480",
                        "CITY_MINUTE 510100 2026-03-05+480",
                        "ROUTE 510100/route-1/1 2026-03-05+480");
        assertThat(gathered(enter("a").route(null, 3).tap()))
                .containsKey("STOP 510100/stop-1 2026-03-05+480")
                .hasSize(4);
    }

    @Test
    void daysAreServiceDatesWhateverTheClockSays() throws Exception {
        assertThat(gathered(enter("a")
                        .at(MIDNIGHT + 30 * BusinessTime.MINUTE)
                        .serviceDay(SERVICE_DAY - 1)
                        .tap()))
                .containsKeys("CITY_DAY 510100 2026-03-04+0", "CITY_HOUR 510100 2026-03-05+0");
    }

    @Test
    void roamingIsOfPairsOfDifferentCities() throws Exception {
        assertThat(gathered(enter("a").issuer("510600").fen(300, 30).tap()))
                .containsEntry("ROAMING 510100/510600 2026-03-05+480", List.of(1L, 300L, 30L))
                .containsEntry("CITY_HOUR 510100 2026-03-05+480", List.of(1L, 0L, 1L, 300L, 30L, 0L, 1L));
        assertThat(gathered(enter("a").issuer("510100").tap()))
                .noneSatisfy((window, sums) -> assertThat(window).startsWith("ROAMING"));
    }

    @Test
    void actionsAndTransfersAreCountedAsTheContractSays() throws Exception {
        Map<String, List<Long>> sums = gathered(
                acting("a", FareAction.TRANSFER_ENTRANCE).transfer().tap(),
                acting("b", FareAction.TRANSFER_EXIT).transfer().tap(),
                acting("c", FareAction.OTHER).tap(),
                acting("d", FareAction.ENTER).transfer().tap());
        assertThat(sums)
                .containsEntry("CITY_HOUR 510100 2026-03-05+480", List.of(2L, 1L, 4L, 800L, 80L, 3L, 0L))
                .containsEntry("STOP 510100/stop-1 2026-03-05+480", List.of(2L, 1L, 4L, 800L));
    }

    @Test
    void tokensAreOfTheHourTheDayAndTheRoamingPair() throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership()) {
            harness.open();
            Harnesses.send(
                    harness,
                    enter("a").card(1).issuer("510600").tap(),
                    exit("b").card(1).at(EIGHT + BusinessTime.HOUR).tap(),
                    enter("c").card(2).tap());
            harness.prepareSnapshotPreBarrier(1);
            Map<String, Long> riders = new TreeMap<>();
            byte[] day = new UniqueTokens.Gathering().bytes();
            for (WindowPart part : Harnesses.take(harness)) {
                byte[] tokens = part.tokens();
                if (part.window() == TransitWindow.CITY_DAY) {
                    day = UniqueTokens.union(day, Objects.requireNonNull(tokens));
                } else if (tokens != null) {
                    riders.put(Harnesses.nameOf(part), UniqueTokens.estimate(tokens));
                }
            }
            assertThat(UniqueTokens.estimate(day)).isEqualTo(2);
            assertThat(riders)
                    .isEqualTo(Map.of(
                            "CITY_HOUR 510100 2026-03-05+480", 2L,
                            "CITY_HOUR 510100 2026-03-05+540", 1L,
                            "ROAMING 510100/510600 2026-03-05+480", 1L));
        }
    }

    private static Map<String, List<Long>> gathered(Tap... taps) throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> harness = Harnesses.gatherRidership()) {
            harness.open();
            Harnesses.send(harness, taps);
            harness.prepareSnapshotPreBarrier(1);
            return Harnesses.sumsOf(Harnesses.take(harness));
        }
    }

    private static Map<String, List<Long>> twoTaps() {
        List<Long> city = List.of(1L, 1L, 2L, 400L, 40L, 0L, 0L);
        List<Long> place = List.of(1L, 1L, 2L, 400L);
        return Map.of(
                "CITY_DAY 510100 2026-03-05+0", city,
                "CITY_HOUR 510100 2026-03-05+480", city,
                "CITY_MINUTE 510100 2026-03-05+480", city,
                "ROUTE 510100/route-1/1 2026-03-05+480", place,
                "STOP 510100/stop-1 2026-03-05+480", place);
    }

    private static List<Long> sums(long taps) {
        return List.of(taps, 0L, taps, 200 * taps, 20 * taps, 0L, 0L);
    }
}
