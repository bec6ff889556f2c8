package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.RuleKind;

class ShippedRulesTest {

    private static final String HAN = ".*\\p{IsHan}.*";

    private final RegionBundle chengdu = RegionDirectory.shippedBundle("chengdu");
    private final Rules rules = chengdu.rules();

    @Test
    void areAllValidAndOn() {
        assertThat(rules.refused()).isEmpty();
        assertThat(rules.valid()).hasSizeGreaterThanOrEqualTo(20).allMatch(AlertRule::enabled);
    }

    @Test
    void coverEveryKind() {
        assertThat(rules.valid()).extracting(AlertRule::kind).contains(RuleKind.values());
    }

    @Test
    void coverTheThreeFeedsAndTheRegion() {
        Set<String> domains = rules.valid().stream()
                .map(rule -> rule.input().measurement().split("[._]", -1)[0])
                .collect(Collectors.toSet());
        assertThat(domains).containsExactlyInAnyOrder("air", "water", "transit", "region", "feed");
    }

    @Test
    void speakBothLanguages() {
        assertThat(rules.valid()).extracting(AlertRule::texts).allSatisfy(texts -> {
            assertThat(texts.titleZh()).matches(HAN);
            assertThat(texts.textZh()).matches(HAN).endsWith("。");
            assertThat(texts.titleEn()).doesNotMatch(HAN);
            assertThat(texts.textEn()).doesNotMatch(HAN).endsWith(".");
        });
    }

    @Test
    void sayTheSameInBothLanguages() {
        assertThat(rules.valid()).extracting(AlertRule::texts).allSatisfy(texts -> {
            assertThat(placeholders(texts.titleZh())).isEqualTo(placeholders(texts.titleEn()));
            assertThat(placeholders(texts.textZh())).isEqualTo(placeholders(texts.textEn()));
        });
    }

    @Test
    void tellHowBadItIsAndHowItStands() {
        assertThat(rules.valid()).extracting(AlertRule::texts).allSatisfy(texts -> {
            assertThat(placeholders(texts.titleZh())).contains("severity", "state");
            assertThat(placeholders(texts.textZh())).contains("value");
        });
    }

    @Test
    void joinAllFourCities() {
        Set<String> cities =
                chengdu.region().cities().stream().map(City::cityCode).collect(Collectors.toSet());
        assertThat(rule("air-regional-linkage").groups().values())
                .singleElement()
                .satisfies(group -> assertThat(group.members()).containsExactlyInAnyOrderElementsOf(cities));
    }

    @Test
    void knowTheWholeRiverSystems() {
        List<WaterSection> sections = chengdu.region().waterSections();
        Set<String> onAWay = sections.stream()
                .filter(section -> section.downstreamId() != null)
                .flatMap(section -> Stream.of(section.sectionId(), Objects.requireNonNull(section.downstreamId())))
                .collect(Collectors.toSet());
        assertThat(rule("water-river-system-joint").groups().values().stream()
                        .flatMap(group -> group.members().stream()))
                .containsExactlyInAnyOrderElementsOf(onAWay);
    }

    @Test
    void nameEveryGroupInBothLanguages() {
        assertThat(rules.valid())
                .flatExtracting(rule -> rule.groups().values())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(group -> {
                    assertThat(group.nameZh()).matches(HAN);
                    assertThat(group.nameEn()).doesNotMatch(HAN);
                });
    }

    /** A severity that is worse at one place holds back milder ones there: it must not be of another kind of thing. */
    @Test
    void keepInstrumentsOutOfTheFamiliesOfWhatTheyMeasure() {
        Set<String> instruments = rules.valid().stream()
                .filter(rule -> Set.of(RuleKind.STUCK_SENSOR, RuleKind.NO_DATA).contains(rule.kind()))
                .map(AlertRule::family)
                .collect(Collectors.toSet());
        assertThat(rules.valid())
                .filteredOn(
                        rule -> !Set.of(RuleKind.STUCK_SENSOR, RuleKind.NO_DATA).contains(rule.kind()))
                .allSatisfy(rule -> {
                    assertThat(instruments).doesNotContain(rule.family());
                    assertThat(rule.covers()).allMatch(family -> !instruments.contains(family));
                });
    }

    @Test
    void judgeEverySectionByItsOwnTarget() {
        assertThat(chengdu.region().waterSections()).allMatch(section -> section.targetClass() != null);
        assertThat(rules.valid())
                .filteredOn(rule -> rule.input().fields().contains("class") && rule.kind() == RuleKind.THRESHOLD)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.input().fields()).containsExactly("class", "target_class");
                    assertThat(rule.input().filter()).isEmpty();
                });
    }

    @Test
    void eachHaveACommentThatSaysWhy() {
        List<String> lines = new String(
                        Objects.requireNonNull(chengdu.files().get(RuleFile.NAME)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith("- id:")) {
                assertThat(lines.get(line - 1)).as(lines.get(line)).startsWith("# ");
            }
        }
    }

    @Test
    void haveTitlesOfTheirOwn() {
        assertThat(rules.valid()).extracting(rule -> rule.texts().titleZh()).doesNotHaveDuplicates();
        assertThat(rules.valid()).extracting(rule -> rule.texts().titleEn()).doesNotHaveDuplicates();
    }

    private AlertRule rule(String id) {
        return rules.valid().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> placeholders(String text) {
        return Stream.of(text.split("\\{", -1))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('}')))
                .collect(Collectors.toSet());
    }
}
