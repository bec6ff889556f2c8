package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.result.Result;

final class WaterLawsTest {

    @Property(tries = 500)
    void worseningAnItemNeverImprovesTheClass(
            @ForAll("classValues") Map<WaterItem, BigDecimal> values,
            @ForAll("upperLimited") WaterItem item,
            @ForAll @BigRange(min = "0", max = "5") @Scale(4) BigDecimal more,
            @ForAll SectionKind kind) {
        Map<WaterItem, BigDecimal> worse = new EnumMap<>(values);
        worse.merge(item, more, BigDecimal::add);
        worse.computeIfPresent(WaterItem.DISSOLVED_OXYGEN, (own, oxygen) -> oxygen.subtract(more)
                .max(BigDecimal.ZERO));

        assertThat(classOf(worse, kind)).isGreaterThanOrEqualTo(classOf(values, kind));
    }

    @Property(tries = 500)
    void lakesAreNeverJudgedBetterThanRivers(@ForAll("classValues") Map<WaterItem, BigDecimal> values) {
        assertThat(classOf(values, SectionKind.LAKE)).isGreaterThanOrEqualTo(classOf(values, SectionKind.RIVER));
    }

    @Property(tries = 500)
    void publishingTwiceChangesNothing(
            @ForAll WaterItem item, @ForAll @BigRange(min = "-5", max = "500") @Scale(6) BigDecimal value) {
        BigDecimal published = PublishedValue.of(item, value);

        assertThat(PublishedValue.of(item, published)).isEqualByComparingTo(published);
        assertThat(published.signum()).isEqualTo(value.signum());
    }

    @Property(tries = 300)
    void theOrderOfSectionsIsIrrelevant(@ForAll("slots") List<SectionSlotValue> sections, @ForAll Random random) {
        List<SectionSlotValue> shuffled = new ArrayList<>(sections);
        Collections.shuffle(shuffled, random);

        for (SlotGroup group : SlotGroup.values()) {
            assertThat(group.summary("x", 0, shuffled, 9, 0)).isEqualTo(group.summary("x", 0, sections, 9, 0));
        }
    }

    @Property(tries = 300)
    void theClassesOfASlotAddUp(@ForAll("slots") List<SectionSlotValue> sections) {
        Result point = SlotGroup.CITY.summary("x", 0, sections, 9, 0);

        int sum = IntStream.rangeClosed(1, 6)
                .map(number -> count(point, "class_" + number))
                .sum();
        assertThat(sum).isEqualTo(count(point, "sections_classified")).isLessThanOrEqualTo(sections.size());
    }

    @Property(tries = 300)
    void anExceedanceIsAboveZeroAndMeansTheTargetIsMissed(
            @ForAll("classValues") Map<WaterItem, BigDecimal> values, @ForAll SectionKind kind) {
        SectionAssessment assessment = SectionAssessment.of(values, kind);
        Exceedance exceedance = Exceedance.of(assessment.published(), WaterClass.II, kind);

        if (exceedance != null) {
            assertThat(exceedance.multiple()).isPositive();
            assertThat(assessment.waterClass()).isGreaterThan(WaterClass.II);
        }
    }

    @Provide
    static Arbitrary<WaterItem> upperLimited() {
        return Arbitraries.of(WaterItem.CODMN, WaterItem.NH3_N, WaterItem.TP);
    }

    @Provide
    static Arbitrary<Map<WaterItem, BigDecimal>> classValues() {
        return Combinators.combine(upTo("12"), upTo("12"), upTo("18"), upTo("2.5"), upTo("0.5"))
                .as((ph, oxygen, codmn, ammonia, phosphorus) -> {
                    Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
                    values.put(WaterItem.PH, ph);
                    values.put(WaterItem.DISSOLVED_OXYGEN, oxygen);
                    values.put(WaterItem.CODMN, codmn);
                    values.put(WaterItem.NH3_N, ammonia);
                    values.put(WaterItem.TP, phosphorus);
                    return values;
                });
    }

    @Provide
    static Arbitrary<List<SectionSlotValue>> slots() {
        Arbitrary<SectionSlotValue> blind = Arbitraries.just(Sections.inSlot("b", SectionKind.LAKE, "tp=0.3"));
        Arbitrary<SectionSlotValue> whole =
                Arbitraries.integers().between(1, 6).map(number -> Sections.ofClass("s", number));
        return Arbitraries.frequencyOf(Tuple.of(1, blind), Tuple.of(6, whole))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<BigDecimal> upTo(String greatest) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(greatest))
                .ofScale(4);
    }

    private static WaterClass classOf(Map<WaterItem, BigDecimal> values, SectionKind kind) {
        return Objects.requireNonNull(SectionAssessment.of(values, kind).waterClass());
    }

    private static int count(Result point, String field) {
        return Integer.parseInt(Objects.requireNonNull(point.field(field)));
    }
}
