package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;

final class SectionPointTest {

    private static final long TIME = 1_762_430_400_000L;

    @Test
    void carriesValuesClassTargetAndExceedance() {
        Result point = point(
                "water_temperature=13.78 ph=8.1891 dissolved_oxygen=10.099 conductivity=241.59 turbidity=2.1"
                        + " codmn=0.84 nh3_n=0.025 tp=0.25 tn=0.534 chlorophyll_a=0.0031 algal_density=123456",
                WaterClass.III);

        assertThat(point.series()).isEqualTo("water_section,city_code=510600,river=绵远河,section_id=s1");
        assertThat(point.time()).isEqualTo(TIME);
        assertThat(point.revision()).isEqualTo(2);
        assertThat(fields(point))
                .containsExactly(
                        entry("water_temperature", "13.8"),
                        entry("ph", "8"),
                        entry("dissolved_oxygen", "10.1"),
                        entry("conductivity", "241.6"),
                        entry("turbidity", "2.1"),
                        entry("codmn", "0.8"),
                        entry("nh3_n", "0.02"),
                        entry("tp", "0.25"),
                        entry("tn", "0.53"),
                        entry("chlorophyll_a", "0.003"),
                        entry("algal_density", "123456"),
                        entry("class", "4"),
                        entry("class_name", "Ⅳ"),
                        entry("limiting_items", "tp"),
                        entry("target_class", "3"),
                        entry("meets_target", "false"),
                        entry("exceedance_item", "tp"),
                        entry("exceedance_multiple", "0.25"),
                        entry("station_status", "maintenance"));
    }

    @Test
    void meetsItsTargetAtTheTargetItself() {
        assertThat(fields(point(Sections.CLEAN + " codmn=5", WaterClass.III)))
                .contains(entry("class", "3"), entry("meets_target", "true"))
                .doesNotContainKeys("exceedance_item", "exceedance_multiple");
    }

    @Test
    void leavesOutWhatNeedsATarget() {
        assertThat(fields(point(Sections.CLEAN + " codmn=5", null)))
                .contains(entry("class", "3"))
                .doesNotContainKeys("target_class", "meets_target", "exceedance_item", "exceedance_multiple");
    }

    @Test
    void leavesOutWhatNeedsAClassButNotTheExceedance() {
        assertThat(fields(point("codmn=9", WaterClass.II)))
                .containsExactly(
                        entry("codmn", "9"),
                        entry("target_class", "2"),
                        entry("exceedance_item", "codmn"),
                        entry("exceedance_multiple", "1.25"),
                        entry("station_status", "maintenance"));
    }

    private static Result point(String values, @Nullable WaterClass target) {
        SectionSite site = new SectionSite("s1", "510600", "绵远河", SectionKind.RIVER, target);
        WaterObservation observation =
                new WaterObservation("s1", TIME, TIME, StationStatus.MAINTENANCE, Sections.values(values), Map.of());
        SectionAssessment assessment = SectionAssessment.of(SectionAssessment.countingValues(observation), site.kind());
        return SectionPoint.of(site, observation, assessment, 2);
    }

    private static Map<String, String> fields(Result point) {
        Map<String, String> fields = new LinkedHashMap<>();
        point.fields().forEach(field -> fields.put(field.name(), field.value()));
        return fields;
    }
}
