package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2012;
import static org.tongcheng.domain.air.IndexStandard.HJ633_2026;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.AirItem;

class IndexStandardTest {

    @Test
    void changesWithTheFirstDayOfMarch2026() {
        assertThat(IndexStandard.on(LocalDate.of(2026, 2, 28))).isEqualTo(HJ633_2012);
        assertThat(IndexStandard.on(LocalDate.of(2026, 3, 1))).isEqualTo(HJ633_2026);
        assertThat(HJ633_2012.wireName()).isEqualTo("HJ633-2012");
        assertThat(HJ633_2026.wireName()).isEqualTo("HJ633-2026");
    }

    @ParameterizedTest(name = "{0} of {1} hourly: {2} in 2012, {3} in 2026")
    @CsvSource({
        "0, SO2, 0, 0",
        "150, SO2, 50, 50",
        "151, SO2, 51, 51",
        "500, SO2, 100, 100",
        "650, SO2, 150, 150",
        "800, SO2, 200, 200",
        "800.1, SO2, , 200",
        "5000, SO2, , 200",
        "100, NO2, 50, 50",
        "101, NO2, 51, 51",
        "200, NO2, 100, 100",
        "700, NO2, 150, 150",
        "1200, NO2, 200, 200",
        "2340, NO2, 300, 300",
        "3090, NO2, 400, 400",
        "3840, NO2, 500, 500",
        "3841, NO2, 500, 500",
        "5, CO, 50, 50",
        "5.1, CO, 51, 51",
        "10, CO, 100, 100",
        "35, CO, 150, 150",
        "60, CO, 200, 200",
        "90, CO, 300, 300",
        "120, CO, 400, 400",
        "150, CO, 500, 500",
        "160, O3, 50, 50",
        "200, O3, 100, 100",
        "300, O3, 150, 150",
        "400, O3, 200, 200",
        "800, O3, 300, 300",
        "1000, O3, 400, 400",
        "1200, O3, 500, 500",
        "1201, O3, 500, 500",
        "50, PM10, 50, 50",
        "51, PM10, 51, 51",
        "120, PM10, 85, 100",
        "121, PM10, 86, 101",
        "150, PM10, 100, 112",
        "250, PM10, 150, 150",
        "350, PM10, 200, 200",
        "420, PM10, 300, 300",
        "500, PM10, 400, 400",
        "600, PM10, 500, 500",
        "35, PM2_5, 50, 50",
        "35.0, PM2_5, 50, 50",
        "35.1, PM2_5, 51, 51",
        "36, PM2_5, 52, 52",
        "60, PM2_5, 82, 100",
        "61, PM2_5, 83, 101",
        "75, PM2_5, 100, 114",
        "115, PM2_5, 150, 150",
        "150, PM2_5, 200, 200",
        "250, PM2_5, 300, 300",
        "350, PM2_5, 400, 400",
        "500, PM2_5, 500, 500",
        "501, PM2_5, 500, 500"
    })
    void judgesAnHour(
            BigDecimal concentration, AirItem item, @Nullable Integer index2012, @Nullable Integer index2026) {
        assertThat(HJ633_2012.hourlyIndex(item, concentration)).isEqualTo(index2012);
        assertThat(HJ633_2026.hourlyIndex(item, concentration)).isEqualTo(index2026);
    }

    @ParameterizedTest(name = "{0} of {1} daily: {2} in 2012, {3} in 2026")
    @CsvSource({
        "50, SO2, 50, 50",
        "150, SO2, 100, 100",
        "475, SO2, 150, 150",
        "800, SO2, 200, 200",
        "1600, SO2, 300, 300",
        "2100, SO2, 400, 400",
        "2620, SO2, 500, 500",
        "2621, SO2, 500, 500",
        "40, NO2, 50, 50",
        "80, NO2, 100, 100",
        "180, NO2, 150, 150",
        "280, NO2, 200, 200",
        "565, NO2, 300, 300",
        "750, NO2, 400, 400",
        "940, NO2, 500, 500",
        "2, CO, 50, 50",
        "4, CO, 100, 100",
        "14, CO, 150, 150",
        "24, CO, 200, 200",
        "36, CO, 300, 300",
        "48, CO, 400, 400",
        "60, CO, 500, 500",
        "100, O3, 50, 50",
        "160, O3, 100, 100",
        "161, O3, 101, 101",
        "215, O3, 150, 150",
        "265, O3, 200, 200",
        "800, O3, 300, 300",
        "801, O3, , 300",
        "120, PM10, 85, 100",
        "150, PM10, 100, 112",
        "60, PM2_5, 82, 100",
        "75, PM2_5, 100, 114"
    })
    void judgesADay(BigDecimal concentration, AirItem item, @Nullable Integer index2012, @Nullable Integer index2026) {
        assertThat(HJ633_2012.dailyIndex(item, Fraction.of(concentration))).isEqualTo(index2012);
        assertThat(HJ633_2026.dailyIndex(item, Fraction.of(concentration))).isEqualTo(index2026);
    }

    @Test
    void roundsAStationsHourFirstSince2026() {
        BigDecimal dust = new BigDecimal("35.5");

        assertThat(HJ633_2012.reported(AirItem.PM2_5, dust)).isEqualTo(dust);
        assertThat(HJ633_2026.reported(AirItem.PM2_5, dust)).isEqualByComparingTo("36");
        assertThat(HJ633_2026.reported(AirItem.PM2_5, new BigDecimal("34.5"))).isEqualByComparingTo("34");
        assertThat(HJ633_2026.reported(AirItem.CO, new BigDecimal("0.45"))).isEqualByComparingTo("0.4");
    }

    @Property
    void neverFallsWhileTheConcentrationRises(
            @ForAll IndexStandard standard,
            @ForAll AirItem item,
            @ForAll @IntRange(max = 60_000) int tenths,
            @ForAll @IntRange(max = 100) int more) {
        BigDecimal low = BigDecimal.valueOf(tenths, 1);
        BigDecimal high = BigDecimal.valueOf(tenths + more, 1);

        assertRising(standard.hourlyIndex(item, low), standard.hourlyIndex(item, high));
        assertRising(standard.dailyIndex(item, Fraction.of(low)), standard.dailyIndex(item, Fraction.of(high)));
    }

    /** Straight in between, against the formula in another shape: cross-multiplied, so that nothing is divided. */
    @Property
    void isTheSmallestIntegerNotBelowTheLine(@ForAll @IntRange(min = 3501, max = 5999) int hundredths) {
        int index = Objects.requireNonNull(HJ633_2026.hourlyIndex(AirItem.PM2_5, BigDecimal.valueOf(hundredths, 2)));

        int scaledLine = 50 * (hundredths - 3500);
        assertThat((index - 50) * 2500).isGreaterThanOrEqualTo(scaledLine);
        assertThat((index - 51) * 2500).isLessThan(scaledLine);
    }

    private static void assertRising(@Nullable Integer low, @Nullable Integer high) {
        if (low != null && high != null) {
            assertThat(high).isGreaterThanOrEqualTo(low);
        }
    }
}
