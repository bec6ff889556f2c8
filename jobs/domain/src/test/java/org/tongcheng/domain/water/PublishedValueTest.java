package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.WaterItem;

final class PublishedValueTest {

    @ParameterizedTest
    @CsvSource({
        "PH, 8.1891, 8",
        "PH, 6.5, 6",
        "PH, 7.5, 8",
        "WATER_TEMPERATURE, 13.75, 13.8",
        "WATER_TEMPERATURE, 13.65, 13.6",
        "WATER_TEMPERATURE, -0.26, -0.3",
        "DISSOLVED_OXYGEN, 7.45, 7.4",
        "CONDUCTIVITY, 241.59, 241.6",
        "TURBIDITY, 2.1, 2.1",
        "CODMN, 4.05, 4.0",
        "NH3_N, 0.155, 0.16",
        "NH3_N, 0.145, 0.14",
        "TN, 3.637, 3.64",
        "TP, 0.0105, 0.010",
        "TP, 0.0115, 0.012",
        "CHLOROPHYLL_A, 0.0024, 0.002",
        "ALGAL_DENSITY, 123456.5, 123456",
    })
    void roundsHalfEvenToTheItemsDecimals(WaterItem item, BigDecimal value, BigDecimal published) {
        assertThat(PublishedValue.of(item, value)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "NH3_N, 0.003, 0.003",
        "NH3_N, 0.0035, 0.004",
        "NH3_N, 0.005, 0.005",
        "NH3_N, 0.0051, 0.01",
        "TP, 0.00049, 0.0005",
        "PH, 0.45, 0.4",
        "WATER_TEMPERATURE, -0.04, -0.04",
    })
    void keepsOneDigitOfWhatWouldBecomeNothing(WaterItem item, BigDecimal value, BigDecimal published) {
        assertThat(PublishedValue.of(item, value)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"NH3_N", "PH", "TP"})
    void leavesZeroZero(WaterItem item) {
        assertThat(PublishedValue.of(item, BigDecimal.ZERO)).isZero();
    }
}
