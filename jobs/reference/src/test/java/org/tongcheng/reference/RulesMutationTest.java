package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.RuleCheck;
import org.tongcheng.reference.RegistryMutationTest.Splice;

/** Whatever is done to the rules, they give rules that may run and lines that say what is wrong; never an exception. */
class RulesMutationTest {

    private static final List<String> SPLINTERS = List.of(
            "",
            "\n",
            "\r\n",
            " ",
            "  ",
            "\t",
            "- ",
            "-",
            ":",
            ": ",
            ",",
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "[[[[",
            "#",
            "---\n",
            "&a ",
            "*a",
            "!!int ",
            "<<: ",
            "? ",
            "| ",
            "> ",
            "%",
            "0",
            "-1",
            "1e9",
            "999999999999",
            ".inf",
            "null",
            "~",
            "48h",
            "id: aqi\n",
            "kind: joint\n",
            "  enabled: false\n",
            "{value}",
            "{x}",
            "\u0000",
            "\uFEFF",
            "\uFFFF",
            "成",
            "\uD83D\uDE00");

    private static final Region CHENGDU = RegionDirectory.shipped("chengdu");
    private static final List<String> SHIPPED = shippedRules();

    @Property(tries = 2_000)
    void givesRulesAndProblemsOfASmallFile(@ForAll("splices") List<Splice> splices, @ForAll boolean bytes) {
        byte[] content = SmallRules.TEXT.getBytes(StandardCharsets.UTF_8);
        for (Splice splice : splices) {
            content = splice.applied(content, bytes);
        }
        sane(SmallRules.read(content));
    }

    @Property(tries = 1_000)
    void givesRulesAndProblemsOfEachShippedRule(
            @ForAll("rules") String rule, @ForAll("splices") List<Splice> splices, @ForAll boolean bytes) {
        byte[] content = rule.getBytes(StandardCharsets.UTF_8);
        for (Splice splice : splices) {
            content = splice.applied(content, bytes);
        }
        sane(RuleFile.read(content, CHENGDU));
    }

    @Property(tries = 40)
    void givesRulesAndProblemsOfTheWholeShippedFile(@ForAll("splices") List<Splice> splices) {
        byte[] content = String.join("", SHIPPED).getBytes(StandardCharsets.UTF_8);
        for (Splice splice : splices) {
            content = splice.applied(content, false);
        }
        sane(RuleFile.read(content, CHENGDU));
    }

    @Property(tries = 500)
    void survivesAnyBytes(@ForAll byte[] content) {
        sane(SmallRules.read(content));
    }

    private static void sane(Rules rules) {
        assertThat(rules.valid()).extracting(AlertRule::id).doesNotHaveDuplicates();
        for (AlertRule rule : rules.valid()) {
            assertThat(RuleCheck.problems(rule)).isEmpty();
            assertThat(rule.forMillis()).isNotNegative();
        }
        for (RuleRefusal refusal : rules.refused()) {
            assertThat(refusal.toString()).matches("rules\\.yaml:[1-9][0-9]*:[1-9][0-9]* [^\\n\\r]+");
        }
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(SHIPPED);
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return RegistryMutationTest.splices(SPLINTERS);
    }

    private static List<String> shippedRules() {
        byte[] content = Objects.requireNonNull(
                RegionDirectory.shippedBundle("chengdu").files().get(RuleFile.NAME));
        String text = new String(content, StandardCharsets.UTF_8);
        return Arrays.stream(text.split("(?m)^(?=- id:)", -1))
                .filter(rule -> rule.startsWith("- id:"))
                .collect(Collectors.toUnmodifiableList());
    }
}
