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
                .satisfies(members -> assertThat(members).containsExactlyInAnyOrderElementsOf(cities));
    }

    @Test
    void knowTheWholeRiverSystems() {
        List<WaterSection> sections = chengdu.region().waterSections();
        Set<String> onAWay = sections.stream()
                .filter(section -> section.downstreamId() != null)
                .flatMap(section -> Stream.of(section.sectionId(), Objects.requireNonNull(section.downstreamId())))
                .collect(Collectors.toSet());
        assertThat(rule("water-river-system-joint").groups().values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(onAWay);
    }

    @Test
    void haveAStricterRuleForEverySectionWithAStricterTarget() {
        Set<String> stricter = chengdu.region().waterSections().stream()
                .filter(section -> Objects.equals(section.targetClass(), 2))
                .map(WaterSection::sectionId)
                .collect(Collectors.toSet());
        assertThat(rules.valid().stream()
                        .filter(rule -> rule.input().field().equals("class") && rule.kind() == RuleKind.THRESHOLD)
                        .flatMap(rule -> Stream.ofNullable(rule.input().filter().get("section_id"))))
                .containsExactlyInAnyOrderElementsOf(stricter);
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
