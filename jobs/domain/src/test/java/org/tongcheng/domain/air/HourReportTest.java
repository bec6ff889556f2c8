package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.air.AirValues.ALL;
import static org.tongcheng.domain.air.AirValues.one;
import static org.tongcheng.domain.air.AirValues.six;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2012;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2026;
import static org.tongcheng.domain.feed.AirItem.CO;
import static org.tongcheng.domain.feed.AirItem.NO2;
import static org.tongcheng.domain.feed.AirItem.O3;
import static org.tongcheng.domain.feed.AirItem.PM10;
import static org.tongcheng.domain.feed.AirItem.PM2_5;
import static org.tongcheng.domain.feed.AirItem.SO2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;

class HourReportTest {

    @Test
    void judgesAStationsHour() {
        HourReport report = HourReport.ofStation(HJ633_2026, six("5 33 64 0.8 31 32"), ALL);

        assertThat(report.aqi().indices())
                .containsExactlyInAnyOrderEntriesOf(Map.of(SO2, 2, NO2, 17, PM10, 60, CO, 8, O3, 10, PM2_5, 46));
        assertThat(report.aqi().value()).isEqualTo(60);
        assertThat(report.aqi().missing()).isEmpty();
    }

    @Test
    void publishesAStationsHourAsGivenIn2012AndRoundedIn2026() {
        Map<AirItem, BigDecimal> dust = one(PM2_5, "35.4");

        assertThat(HourReport.ofStation(HJ633_2012, dust, ALL).values()).containsEntry(PM2_5, new BigDecimal("35.4"));
        assertThat(HourReport.ofStation(HJ633_2012, dust, ALL).aqi().indices()).containsEntry(PM2_5, 51);
        assertThat(HourReport.ofStation(HJ633_2026, dust, ALL).values()).containsEntry(PM2_5, new BigDecimal("35"));
        assertThat(HourReport.ofStation(HJ633_2026, dust, ALL).aqi().indices()).containsEntry(PM2_5, 50);
    }

    @Test
    void doesNotMissSulphurAboveItsTable() {
        HourReport report = HourReport.ofStation(HJ633_2012, six("900 33 64 0.8 31 32"), ALL);

        assertThat(report.aqi().indices()).doesNotContainKey(SO2);
        assertThat(report.aqi().missing()).isEmpty();
        assertThat(report.aqi().value()).isEqualTo(57);
        assertThat(HourReport.ofStation(HJ633_2026, six("900 33 64 0.8 31 32"), ALL)
                        .aqi()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void neverMissesWhatIsNotMonitored() {
        HourReport report = HourReport.ofStation(HJ633_2026, one(PM2_5, "20"), EnumSet.of(PM2_5));

        assertThat(report.aqi().missing()).isEmpty();
        assertThat(report.aqi().value()).isEqualTo(29);
    }

    @Test
    void countsOnlyNormalValuesOfMonitoredItems() {
        AirObservation observation =
                new AirObservation("1431A", 0, 0, six("5 33 64 0.8 31 32"), Map.of(O3, "D", SO2, "M"));

        assertThat(CountingValues.of(observation, EnumSet.of(SO2, O3, PM10, PM2_5)))
                .containsOnlyKeys(PM10, PM2_5);
    }

    @Test
    void averagesAllThatCountsInACity() {
        List<Map<AirItem, BigDecimal>> stations =
                List.of(six("5 33 64 0.8 31 36"), six("6 - 65 0.9 - 37"), six("- - - - - -"));

        HourReport report = HourReport.ofCity(HJ633_2012, stations, ALL);

        assertThat(report.values())
                .containsEntry(SO2, new BigDecimal("6"))
                .containsEntry(NO2, new BigDecimal("33"))
                .containsEntry(PM10, new BigDecimal("64"))
                .containsEntry(CO, new BigDecimal("0.8"))
                .containsEntry(PM2_5, new BigDecimal("36"));
    }

    @Test
    void averagesReportedNotRoundedValuesInACity() {
        List<Map<AirItem, BigDecimal>> stations = List.of(one(PM10, "40.4"), one(PM10, "40.4"), one(PM10, "41"));

        assertThat(HourReport.ofCity(HJ633_2026, stations, ALL).values()).containsEntry(PM10, new BigDecimal("41"));
    }

    @Test
    void missesInACityWhatNoStationHas() {
        HourReport report = HourReport.ofCity(HJ633_2026, List.of(one(PM2_5, "20")), EnumSet.of(PM2_5, O3));

        assertThat(report.aqi().missing()).containsExactly(O3);
        assertThat(report.aqi().value()).isNull();
    }

    @Property
    void doesNotCareForTheOrderOfStations(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9999) Integer> tenths, @ForAll long seed) {
        List<Map<AirItem, BigDecimal>> stations = new ArrayList<>(tenths.stream()
                .map(value -> Map.of(PM10, BigDecimal.valueOf(value, 1)))
                .toList());
        HourReport report = HourReport.ofCity(HJ633_2026, stations, ALL);

        Collections.shuffle(stations, new Random(seed));

        assertThat(HourReport.ofCity(HJ633_2026, stations, ALL)).isEqualTo(report);
    }

    @Property
    void liesBetweenItsStations(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 999) Integer> values) {
        List<Map<AirItem, BigDecimal>> stations = values.stream()
                .map(value -> Map.of(NO2, BigDecimal.valueOf(value)))
                .toList();

        assertThat(HourReport.ofCity(HJ633_2026, stations, ALL).values().get(NO2))
                .isBetween(BigDecimal.valueOf(Collections.min(values)), BigDecimal.valueOf(Collections.max(values)));
    }
}
