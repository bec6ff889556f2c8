package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.water.Sections.CLEAN;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.WaterItem;

final class SectionAssessmentTest {

    @Test
    void takesTheWorstOfTheFive() {
        SectionAssessment assessment = Sections.assess(CLEAN + " codmn=5.2 tp=0.25");

        assertThat(assessment.waterClass()).isEqualTo(WaterClass.IV);
        assertThat(assessment.limitingItems()).containsExactly(WaterItem.TP);
    }

    @Test
    void listsEveryItemAtTheWorstClassInOrder() {
        SectionAssessment assessment = Sections.assess(CLEAN + " tp=0.15 nh3_n=0.9 dissolved_oxygen=5.5");

        assertThat(assessment.waterClass()).isEqualTo(WaterClass.III);
        assertThat(assessment.limitingItems())
                .containsExactly(WaterItem.DISSOLVED_OXYGEN, WaterItem.NH3_N, WaterItem.TP);
    }

    @Test
    void listsAllFiveForClassOne() {
        SectionAssessment assessment = Sections.assess(CLEAN);

        assertThat(assessment.waterClass()).isEqualTo(WaterClass.I);
        assertThat(assessment.limitingItems()).isEqualTo(SurfaceWaterStandard.CLASS_ITEMS);
    }

    @Test
    void judgesRoundedValues() {
        // 0.0205 is 0.020 and 9.4 is 9: as measured, both would be beyond class I.
        assertThat(Sections.assess(CLEAN + " tp=0.0205 ph=9.4").waterClass()).isEqualTo(WaterClass.I);
        assertThat(Sections.assess(CLEAN + " tp=0.0206").waterClass()).isEqualTo(WaterClass.II);
        assertThat(Sections.assess(CLEAN + " ph=9.5").waterClass()).isEqualTo(WaterClass.WORSE_THAN_V);
        assertThat(Sections.assess(CLEAN + " ph=5.5").waterClass()).isEqualTo(WaterClass.I);
    }

    @Test
    void neverCountsTotalNitrogen() {
        assertThat(Sections.assess(CLEAN + " tn=9").waterClass()).isEqualTo(WaterClass.I);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PH", "DISSOLVED_OXYGEN", "CODMN", "NH3_N", "TP"})
    void hasNoClassWithoutOneOfTheFive(WaterItem missing) {
        var values = Sections.values(CLEAN + " tn=1.234");
        values.remove(missing);

        SectionAssessment assessment = SectionAssessment.of(values, SectionKind.RIVER);

        assertThat(assessment.waterClass()).isNull();
        assertThat(assessment.limitingItems()).isEmpty();
        assertThat(assessment.published()).hasSize(5).containsKey(WaterItem.TN);
    }

    @Test
    void countsOnlyValuesWithoutFlag() {
        var counting = SectionAssessment.countingValues(
                Sections.observation("ph=7 tp=0.1 codmn=2", Map.of(WaterItem.TP, "D", WaterItem.TN, "B")));

        assertThat(counting).isEqualTo(Sections.values("ph=7 codmn=2"));
    }

    @Test
    void knowsLakesByTheirKind() {
        var values = Sections.values(CLEAN + " tp=0.03");

        assertThat(SectionAssessment.of(values, SectionKind.RIVER).waterClass()).isEqualTo(WaterClass.II);
        assertThat(SectionAssessment.of(values, SectionKind.LAKE).waterClass()).isEqualTo(WaterClass.III);
    }
}
