package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;

final class SlotGroupTest {

    private static final List<SectionSlotValue> SECTIONS = List.of(
            Sections.ofClass("a", 2),
            Sections.ofClass("b", 3),
            Sections.ofClass("c", 6),
            Sections.inSlot("d", SectionKind.RIVER, "ph=7"));

    @Test
    void summarisesACity() {
        Result point = SlotGroup.CITY.summary("510100", 0, SECTIONS, 7, 1);

        assertThat(point.series()).isEqualTo("water_city_4h,city_code=510100");
        assertThat(point.revision()).isEqualTo(1);
        assertThat(written(point))
                .containsExactly(
                        "sections_expected=7",
                        "sections_classified=3",
                        "class_1=0",
                        "class_2=1",
                        "class_3=1",
                        "class_4=0",
                        "class_5=0",
                        "class_6=1",
                        "good_share=0.6667");
    }

    @Test
    void addsTheQualityOfARiver() {
        Result point = SlotGroup.RIVER.summary("沱江", 0, SECTIONS, 7, 0);

        assertThat(point.series()).isEqualTo("water_river_4h,river=沱江");
        // CODMn 4, 6 and 16: mean 8.7.
        assertThat(written(point)).endsWith("good_share=0.6667", "quality=轻度污染");
    }

    @Test
    void leavesOutShareAndQualityWithoutAClass() {
        Result point = SlotGroup.RIVER.summary("沱江", 0, SECTIONS.subList(3, 4), 1, 0);

        assertThat(written(point))
                .containsExactly(
                        "sections_expected=1",
                        "sections_classified=0",
                        "class_1=0",
                        "class_2=0",
                        "class_3=0",
                        "class_4=0",
                        "class_5=0",
                        "class_6=0");
    }

    @Test
    void groupsByCityOrRiver() {
        assertThat(SlotGroup.CITY.nameOf(SECTIONS.get(0))).isEqualTo("510100");
        assertThat(SlotGroup.RIVER.nameOf(SECTIONS.get(0))).isEqualTo("沱江");
    }

    @Test
    void countsTheLatestObservationOfASlotAndItsCorrections() {
        SectionSlotValue early = at(1);
        SectionSlotValue late = at(2);

        assertThat(early.counts(null)).isTrue();
        assertThat(late.counts(early)).isTrue();
        assertThat(late.counts(late)).isTrue();
        assertThat(early.counts(late)).isFalse();
    }

    private static SectionSlotValue at(long observedAt) {
        SectionSite site = new SectionSite("s1", "510100", "沱江", SectionKind.RIVER, null);
        return SectionSlotValue.of(site, 0, observedAt, Sections.values(Sections.CLEAN), WaterClass.I);
    }

    private static List<String> written(Result point) {
        return point.fields().stream().map(SlotGroupTest::written).toList();
    }

    private static String written(Field field) {
        return field.name() + "=" + field.value();
    }
}
