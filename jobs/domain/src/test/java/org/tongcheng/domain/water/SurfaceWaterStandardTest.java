package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.WaterItem;

/** Each limit itself, and the published value next to it on its wrong side. */
final class SurfaceWaterStandardTest {

    @ParameterizedTest
    @CsvSource({"0, 6", "5, 6", "6, 1", "7, 1", "9, 1", "10, 6", "14, 6"})
    void allowsOnePhRangeForEveryClass(BigDecimal value, int expected) {
        expectClass(WaterItem.PH, value, SectionKind.RIVER, expected);
    }

    @ParameterizedTest
    @CsvSource({"9, 1", "7.5, 1", "7.4, 2", "6.0, 2", "5.9, 3", "5, 3", "4.9, 4", "3, 4", "2.9, 5", "2, 5", "1.9, 6"})
    void wantsDissolvedOxygenAtLeast(BigDecimal value, int expected) {
        expectClass(WaterItem.DISSOLVED_OXYGEN, value, SectionKind.RIVER, expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2.0, 1", "2.1, 2", "4, 2", "4.1, 3", "6, 3", "6.1, 4", "10, 4", "10.1, 5", "15, 5", "15.1, 6"})
    void wantsPermanganateIndexAtMost(BigDecimal value, int expected) {
        expectClass(WaterItem.CODMN, value, SectionKind.RIVER, expected);
    }

    @ParameterizedTest
    @CsvSource({"0.15, 1", "0.16, 2", "0.50, 2", "0.51, 3", "1.00, 3", "1.01, 4", "1.5, 4", "1.51, 5", "2, 5", "2.01, 6"
    })
    void wantsAmmoniaNitrogenAtMost(BigDecimal value, int expected) {
        expectClass(WaterItem.NH3_N, value, SectionKind.LAKE, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.02, 1",
        "0.021, 2",
        "0.1, 2",
        "0.101, 3",
        "0.2, 3",
        "0.201, 4",
        "0.3, 4",
        "0.301, 5",
        "0.4, 5",
        "0.401, 6"
    })
    void wantsPhosphorusOfRiversAtMost(BigDecimal value, int expected) {
        expectClass(WaterItem.TP, value, SectionKind.RIVER, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1",
        "0.011, 2",
        "0.025, 2",
        "0.026, 3",
        "0.05, 3",
        "0.051, 4",
        "0.1, 4",
        "0.101, 5",
        "0.2, 5",
        "0.201, 6"
    })
    void wantsLessPhosphorusOfLakes(BigDecimal value, int expected) {
        expectClass(WaterItem.TP, value, SectionKind.LAKE, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WATER_TEMPERATURE", "CONDUCTIVITY", "TURBIDITY", "TN", "CHLOROPHYLL_A", "ALGAL_DENSITY"})
    void judgesNoOtherItem(WaterItem item) {
        assertThatThrownBy(() -> SurfaceWaterStandard.classOf(item, BigDecimal.ONE, SectionKind.RIVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(item.wireName());
    }

    @Test
    void numbersAndNamesTheClasses() {
        assertThat(WaterClass.values()).extracting(WaterClass::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(WaterClass.values())
                .extracting(WaterClass::displayName)
                .containsExactly("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ");
        assertThat(WaterClass.values())
                .allSatisfy(own -> assertThat(WaterClass.ofNumber(own.number())).isEqualTo(own));
        assertThatThrownBy(() -> WaterClass.ofNumber(7)).hasMessageContaining("not 7");
    }

    private static void expectClass(WaterItem item, BigDecimal value, SectionKind kind, int expected) {
        assertThat(SurfaceWaterStandard.classOf(item, value, kind).number()).isEqualTo(expected);
    }
}
