package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.air.AirValues.ALL;
import static org.tongcheng.domain.air.AirValues.day;
import static org.tongcheng.domain.air.AirValues.six;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2012;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2026;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

class AirPointsTest {

    private static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    private static final long DAY = TIME.startOf(LocalDate.of(2026, 3, 5));

    @Test
    void writesAStationsHour() {
        Result point = AirPoints.stationHour(
                "510100",
                "1431A",
                DAY,
                HourReport.ofStation(HJ633_2026, six("5 33.4 64 0.8 - 200"), ALL),
                "pm2_5_above_pm10",
                3);

        assertThat(point.series()).isEqualTo("air_station_1h,city_code=510100,station_id=1431A");
        assertThat(point.revision()).isEqualTo(3);
        assertThat(fields(point))
                .isEqualTo("so2=5 no2=33 pm10=64 co=0.8 pm2_5=200 iaqi_so2=2 iaqi_no2=17 iaqi_pm10=60 iaqi_co=8"
                        + " iaqi_pm2_5=250 aqi=250 aqi_level=5 primary_pollutants=pm2_5 standard=HJ633-2026"
                        + " missing=o3 qc=pm2_5_above_pm10");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        Result point = AirPoints.stationHour(
                "510100", "1431A", DAY, HourReport.ofStation(HJ633_2012, six("- - - - - -"), ALL), null, 0);

        assertThat(fields(point)).isEqualTo("standard=HJ633-2012 missing=so2,no2,pm10,co,o3,pm2_5");
    }

    @Test
    void writesACitysHour() {
        HourReport report = HourReport.ofCity(HJ633_2026, List.of(six("5 33 64 0.8 10 20")), ALL);

        assertThat(fields(AirPoints.cityHour("510100", DAY, report, 1, 12, 0)))
                .endsWith("aqi=60 aqi_level=2 primary_pollutants=pm10 standard=HJ633-2026"
                        + " stations_reporting=1 stations_expected=12");
    }

    @Test
    void writesDailyReports() {
        DayValues day = DayValues.ofHours(day(hour -> six("5 33 64 0.8 100 20")));

        assertThat(fields(AirPoints.stationDay("510100", "1431A", DAY, DayReport.ofStation(HJ633_2012, day, ALL), 0)))
                .isEqualTo("so2=5 no2=33 pm10=64 co=0.8 pm2_5=20 o3_8h_max=100 o3_1h_max=100 iaqi_so2=5 iaqi_no2=42"
                        + " iaqi_pm10=57 iaqi_co=20 iaqi_o3=50 iaqi_pm2_5=29 aqi=57 aqi_level=2"
                        + " primary_pollutants=pm10 standard=HJ633-2012 hours_valid=24 valid=true");
        assertThat(fields(AirPoints.cityDay("510100", DAY, DayReport.ofCity(HJ633_2026, day, ALL), 0)))
                .startsWith("so2=5 no2=33 pm10=64 co=0.8 pm2_5=20 o3_8h_max=100 iaqi_so2=5")
                .endsWith("hours_valid=24 valid=true");
    }

    @Test
    void labelsTheHoursOfADayByTheirEnds() {
        List<Long> labels = NaturalDay.labels(TIME, LocalDate.of(2026, 3, 5));

        assertThat(labels)
                .hasSize(24)
                .startsWith(DAY + BusinessTime.HOUR)
                .endsWith(DAY + BusinessTime.DAY)
                .isSorted();
    }

    private static String fields(Result point) {
        return point.fields().stream()
                .map(field -> field.name() + "=" + field.value())
                .collect(Collectors.joining(" "));
    }
}
