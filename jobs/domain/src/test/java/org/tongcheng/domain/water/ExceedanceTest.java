package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.WaterItem;

final class ExceedanceTest {

    @ParameterizedTest
    @CsvSource({
        "codmn=6.6, CODMN, 0.10",
        "tp=0.33, TP, 0.65",
        "tp=0.25 nh3_n=1.3, NH3_N, 0.30",
        "codmn=9 nh3_n=1.5 tp=0.3, CODMN, 0.50",
        "nh3_n=1.5 tp=0.3, NH3_N, 0.50",
        "nh3_n=1.125, NH3_N, 0.12",
    })
    void namesTheItemThatIsFurthestAboveItsLimit(String values, WaterItem item, BigDecimal multiple) {
        assertThat(exceedance(values, WaterClass.III)).isEqualTo(new Exceedance(item, multiple));
    }

    @Test
    void keepsOneDigitOfASmallMultiple() {
        assertThat(exceedance("tp=0.3007", WaterClass.IV))
                .isEqualTo(new Exceedance(WaterItem.TP, new BigDecimal("0.002")));
    }

    @ParameterizedTest
    @CsvSource({"codmn=6 nh3_n=1 tp=0.2", "ph=11", "dissolved_oxygen=0.5", "tn=9", "water_temperature=35"})
    void isAbsentWithinTheLimitsAndForOtherItems(String values) {
        assertThat(exceedance(values, WaterClass.III)).isNull();
    }

    @Test
    void usesTheLimitsOfLakes() {
        assertThat(Exceedance.of(Sections.values("tp=0.1"), WaterClass.III, SectionKind.LAKE))
                .isEqualTo(new Exceedance(WaterItem.TP, new BigDecimal("1.00")));
    }

    private static @Nullable Exceedance exceedance(String published, WaterClass target) {
        return Exceedance.of(Sections.values(published), target, SectionKind.RIVER);
    }
}
