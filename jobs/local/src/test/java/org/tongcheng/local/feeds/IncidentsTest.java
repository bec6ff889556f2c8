package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

class IncidentsTest {

    private static final FeedsPlan DISTURBED =
            Chengdu.WHOLE_DAY.withFaults(false).withIncidents(true).withTapsPerDay(2_000_000);
    private static final List<Incident> INCIDENTS = new FeedsGenerator(Chengdu.REGION, DISTURBED).incidents();

    @Test
    void threeHappenADay() {
        assertThat(INCIDENTS).extracting(Incident::kind).containsExactly(Incident.Kind.values());
        assertThat(new FeedsGenerator(Chengdu.REGION, DISTURBED.during(0, 72)).incidents())
                .hasSize(9);
        assertThat(new FeedsGenerator(Chengdu.REGION, Chengdu.UNDISTURBED).incidents())
                .isEmpty();
    }

    @Test
    void onlyThoseAreToldThatTouchTheGeneratedHours() {
        assertThat(new FeedsGenerator(Chengdu.REGION, DISTURBED.during(0, 2)).incidents())
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.PHOSPHORUS_WAVE);
    }

    @Test
    void heavyPollutionDriftsFromDeyangOverChengduToMeishan() {
        Incident pollution = incident(Incident.Kind.HEAVY_POLLUTION);
        Map<String, BigDecimal> peaks = new HashMap<>();
        Map<String, Long> firstHeavyHour = new HashMap<>();
        for (AirObservation hour : Chengdu.air(quietTaps(DISTURBED), FaultKind.NONE)) {
            String city = Objects.requireNonNull(Chengdu.REGION.airStation(hour.stationId(), Chengdu.THURSDAY))
                    .cityCode();
            BigDecimal value = Objects.requireNonNull(hour.values().get(AirItem.PM2_5));
            peaks.merge(city, value, BigDecimal::max);
            if (value.intValue() > 150) {
                firstHeavyHour.merge(city, hour.observedAt(), Math::min);
                assertThat(hour.observedAt()).isBetween(pollution.from(), pollution.to());
            }
        }

        assertThat(pollution.cityCodes()).containsExactly("510600", "510100", "511400");
        assertThat(pollution.cityCodes()).allSatisfy(city -> assertThat(
                        Objects.requireNonNull(peaks.get(city)).intValue())
                .isBetween(180, 265));
        assertThat(Objects.requireNonNull(peaks.get("512000")).intValue()).isLessThan(100);
        assertThat(pollution.cityCodes().stream().map(firstHeavyHour::get)).isSorted();
    }

    @Test
    void phosphorusRunsDownTheTuoFromDeyangThroughChengduToZiyang() {
        Incident wave = incident(Incident.Kind.PHOSPHORUS_WAVE);
        BigDecimal limit = new BigDecimal("0.2");
        Map<String, WaterObservation> crests = new HashMap<>();
        for (WaterObservation slot : Chengdu.water(quietTaps(DISTURBED), FaultKind.NONE)) {
            BigDecimal phosphorus = Objects.requireNonNull(slot.values().get(WaterItem.TP));
            if (phosphorus.compareTo(limit) > 0) {
                crests.merge(slot.sectionId(), slot, IncidentsTest::higher);
            }
        }

        assertThat(crests.keySet()).containsExactlyInAnyOrderElementsOf(wave.sites());
        assertThat(wave.cityCodes()).containsExactly("510600", "510100", "512000");
        List<Long> times = new ArrayList<>();
        for (String section : wave.sites()) {
            times.add(Objects.requireNonNull(crests.get(section)).observedAt());
        }
        assertThat(times).isSorted();
        assertThat(new TreeSet<>(times)).hasSizeGreaterThan(2);
    }

    @Test
    void withoutTheWaveNoSectionExceedsThePhosphorusLimit() {
        for (WaterObservation slot : Chengdu.water(quietTaps(DISTURBED.withIncidents(false)), FaultKind.NONE)) {
            assertThat(slot.values().get(WaterItem.TP)).isLessThan(new BigDecimal("0.2"));
        }
    }

    @Test
    void aCrowdLeavesByOneStopInTheEvening() {
        Incident surge = incident(Incident.Kind.STOP_SURGE);
        FeedsPlan evening = DISTURBED.during(20, 2).withTapsPerDay(200_000);

        double usual = entries(evening.withIncidents(false), surge);

        assertThat(surge.to() - surge.from()).isEqualTo(45 * 60_000L);
        assertThat(entries(evening, surge) - usual).isCloseTo(2_900, within(40.0));
    }

    @Test
    void theCrowdGrowsWithTheCityAndIsSmallWhereFewTapsAreWanted() {
        assertThat(crowd(20_000_000)).contains("5,164 more riders");
        assertThat(crowd(6_000)).contains("100 more riders");
    }

    private static String crowd(long tapsPerDay) {
        return new FeedsGenerator(Chengdu.REGION, DISTURBED.withTapsPerDay(tapsPerDay))
                .incidents().stream()
                        .filter(incident -> incident.kind() == Incident.Kind.STOP_SURGE)
                        .map(Incident::description)
                        .findFirst()
                        .orElseThrow();
    }

    private static double entries(FeedsPlan plan, Incident surge) {
        return Chengdu.taps(plan).stream()
                .filter(tap -> tap.action().isEntry() && surge.sites().contains(String.valueOf(tap.stopId())))
                .mapToLong(Tap::eventTime)
                .filter(time -> time >= surge.from() && time < surge.to())
                .count();
    }

    private static List<GeneratedRecord> quietTaps(FeedsPlan plan) {
        return Chengdu.records(plan.withTapsPerDay(1_000));
    }

    private static Incident incident(Incident.Kind kind) {
        return INCIDENTS.stream()
                .filter(incident -> incident.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static WaterObservation higher(WaterObservation left, WaterObservation right) {
        BigDecimal leftValue = Objects.requireNonNull(left.values().get(WaterItem.TP));
        BigDecimal rightValue = Objects.requireNonNull(right.values().get(WaterItem.TP));
        return leftValue.compareTo(rightValue) >= 0 ? left : right;
    }
}
