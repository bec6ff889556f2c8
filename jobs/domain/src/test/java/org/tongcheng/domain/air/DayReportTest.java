package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.air.AirValues.ALL;
import static org.tongcheng.domain.air.AirValues.day;
import static org.tongcheng.domain.air.AirValues.one;
import static org.tongcheng.domain.air.AirValues.six;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2012;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2026;
import static org.tongcheng.domain.feed.AirItem.NO2;
import static org.tongcheng.domain.feed.AirItem.O3;
import static org.tongcheng.domain.feed.AirItem.PM10;
import static org.tongcheng.domain.feed.AirItem.PM2_5;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;

class DayReportTest {

    @Test
    void judgesRoundedDayMeansByTheDailyTables() {
        DayReport report = report(HJ633_2026, day(hour -> six("5 30.4 60 0.84 90 34.6")));

        assertThat(report.values())
                .containsEntry(NO2, new BigDecimal("30"))
                .containsEntry(PM2_5, new BigDecimal("35"))
                .containsEntry(AirItem.CO, new BigDecimal("0.8"));
        assertThat(report.aqi().indices())
                .containsEntry(NO2, 38)
                .containsEntry(PM2_5, 50)
                .containsEntry(PM10, 58)
                .containsEntry(O3, 45);
        assertThat(report.aqi().value()).isEqualTo(58);
        assertThat(report.valid()).isTrue();
        assertThat(report.hoursValid()).isEqualTo(24);
        assertThat(report.ozoneOneHour()).isNull();
    }

    /** 23 hours of 150 and one of 151 make a mean just above 150, 23 of 2 and one of 2.1 one just above 2. */
    @Test
    void judgesAStationsDayUnroundedIn2012AndACitysRounded() {
        List<Map<AirItem, BigDecimal>> hours =
                day(hour -> six(hour == 9 ? "5 30 151 2.1 160.4 20" : "5 30 150 2 80 20"));
        DayReport station = report(HJ633_2012, hours);
        DayReport city = DayReport.ofCity(HJ633_2012, DayValues.ofHours(hours), ALL);

        assertThat(station.values()).isEqualTo(city.values()).containsEntry(PM10, new BigDecimal("150"));
        assertThat(station.ozoneOneHour()).isEqualTo(city.ozoneOneHour()).isEqualByComparingTo("160");
        assertThat(station.aqi().indices())
                .containsEntry(PM10, 101)
                .containsEntry(AirItem.CO, 51)
                .containsEntry(O3, 51);
        assertThat(city.aqi().indices())
                .containsEntry(PM10, 100)
                .containsEntry(AirItem.CO, 50)
                .containsEntry(O3, 50);
        assertThat(report(HJ633_2026, hours).aqi().indices()).containsEntry(AirItem.CO, 50);
    }

    @Test
    void takesTheLargerOzoneIndexIn2012() {
        List<Map<AirItem, BigDecimal>> hours = day(hour -> six("5 30 40 0.8 " + (hour == 14 ? 300 : 80) + " 20"));

        assertThat(report(HJ633_2012, hours).aqi().indices()).containsEntry(O3, 150);
        assertThat(report(HJ633_2012, hours).ozoneOneHour()).isEqualByComparingTo("300");
        assertThat(report(HJ633_2026, hours).aqi().indices()).containsEntry(O3, 57);
    }

    @Test
    void hasOnlyTheHourlyOzoneIndexAboveEightHundredIn2012() {
        List<Map<AirItem, BigDecimal>> hours = day(hour -> six("5 30 40 0.8 900 20"));

        assertThat(report(HJ633_2012, hours).aqi().indices()).containsEntry(O3, 350);
        assertThat(report(HJ633_2012, hours).valid()).isTrue();
        assertThat(report(HJ633_2026, hours).aqi().indices()).containsEntry(O3, 300);
    }

    @Test
    void missesAnItemWithoutAValidDayValue() {
        DayReport report = report(HJ633_2026, day(hour -> six("5 30 " + (hour <= 19 ? "90" : "-") + " 0.8 90 20")));

        assertThat(report.valid()).isFalse();
        assertThat(report.hoursValid()).isEqualTo(19);
        assertThat(report.aqi().missing()).containsExactly(PM10);
        assertThat(report.aqi().value()).isEqualTo(45);
    }

    @Test
    void missesOzoneThatHasOnlyItsLargestHour() {
        DayReport report = report(HJ633_2012, day(hour -> six("5 30 90 0.8 " + (hour == 3 ? "250" : "-") + " 20")));

        assertThat(report.aqi().missing()).containsExactly(O3);
        assertThat(report.aqi().value()).isEqualTo(125);
        assertThat(report.valid()).isFalse();
        assertThat(report.hoursValid()).isEqualTo(1);
    }

    @Test
    void asksOnlyForMonitoredItems() {
        DayReport report =
                DayReport.ofStation(HJ633_2026, DayValues.ofHours(day(hour -> one(PM2_5, "20"))), EnumSet.of(PM2_5));

        assertThat(report.valid()).isTrue();
        assertThat(report.aqi().value()).isEqualTo(29);
        assertThat(report.hoursValid()).isEqualTo(24);
    }

    @Test
    void startsEmpty() {
        DayReport report = report(HJ633_2026, day(hour -> Map.of()));

        assertThat(report.hoursValid()).isZero();
        assertThat(report.valid()).isFalse();
        assertThat(report.aqi().value()).isNull();
    }

    private static DayReport report(IndexStandard standard, List<Map<AirItem, BigDecimal>> hours) {
        return DayReport.ofStation(standard, DayValues.ofHours(hours), ALL);
    }
}
