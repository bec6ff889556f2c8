package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.water.Sections.CLEAN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RiverQualityTest {

    @ParameterizedTest
    @CsvSource({"I, 优", "II, 优", "III, 良好", "IV, 轻度污染", "V, 中度污染", "WORSE_THAN_V, 重度污染"})
    void namesAClass(WaterClass waterClass, String word) {
        assertThat(RiverQuality.ofClass(waterClass).displayName()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 10, 优",
        "9, 1, 10, 优",
        "89, 11, 100, 良好",
        "15, 5, 20, 良好",
        "14, 3, 20, 轻度污染",
        "0, 1, 6, 轻度污染",
        "4, 1, 6, 轻度污染",
        "3, 1, 5, 中度污染",
        "0, 39, 100, 中度污染",
        "3, 2, 5, 中度污染",
        "59, 40, 100, 重度污染",
        "0, 5, 5, 重度污染",
    })
    void judgesFiveAndMoreByShares(int good, int worseThanFive, int classified, String word) {
        assertThat(RiverQuality.ofShares(good, worseThanFive, classified).displayName())
                .isEqualTo(word);
    }

    @Test
    void countsTheClassesOfFiveSections() {
        assertThat(RiverQuality.of(ofClasses(1, 2, 3, 3, 4))).isEqualTo(RiverQuality.GOOD);
        assertThat(RiverQuality.of(ofClasses(1, 2, 3, 6, 6))).isEqualTo(RiverQuality.MODERATELY_POLLUTED);
    }

    @Test
    void averagesFewerThanFive() {
        // CODMn 2, 2, 2 and 16: the mean 5.5 is class III, whatever the shares say.
        assertThat(RiverQuality.of(ofClasses(1, 1, 1, 6))).isEqualTo(RiverQuality.GOOD);
    }

    @Test
    void averagesUnroundedValuesAndRoundsOnce() {
        // Rounded first, 0.1004 and 0.1014 would be 0.100 and 0.101, and their mean 0.1005 would be 0.100.
        List<SectionSlotValue> sections = List.of(
                Sections.inSlot("a", SectionKind.RIVER, CLEAN + " tp=0.1004"),
                Sections.inSlot("b", SectionKind.RIVER, CLEAN + " tp=0.1014"));

        assertThat(RiverQuality.of(sections)).isEqualTo(RiverQuality.GOOD);
    }

    @Test
    void averagesAnItemOverTheSectionsThatHaveIt() {
        List<SectionSlotValue> sections = List.of(
                Sections.inSlot("a", SectionKind.RIVER, CLEAN),
                Sections.inSlot("b", SectionKind.RIVER, "tp=0.59"),
                Sections.inSlot("c", SectionKind.RIVER, "codmn=3"));

        assertThat(RiverQuality.of(sections)).isEqualTo(RiverQuality.LIGHTLY_POLLUTED);
    }

    @Test
    void judgesAsALakeOnlyWhatIsAllLakes() {
        SectionSlotValue lake = Sections.inSlot("a", SectionKind.LAKE, CLEAN + " tp=0.08");
        SectionSlotValue river = Sections.inSlot("b", SectionKind.RIVER, CLEAN + " tp=0.08");

        assertThat(RiverQuality.of(List.of(lake))).isEqualTo(RiverQuality.LIGHTLY_POLLUTED);
        assertThat(RiverQuality.of(List.of(lake, river))).isEqualTo(RiverQuality.EXCELLENT);
    }

    @Test
    void hasNoWordWithoutAClass() {
        assertThat(RiverQuality.of(List.of())).isNull();
        assertThat(RiverQuality.of(List.of(Sections.inSlot("a", SectionKind.RIVER, "ph=7 tp=0.1"))))
                .isNull();
    }

    private static List<SectionSlotValue> ofClasses(int... classes) {
        List<SectionSlotValue> sections = new ArrayList<>();
        for (int waterClass : classes) {
            sections.add(Sections.ofClass("s" + sections.size(), waterClass));
        }
        return sections;
    }
}
