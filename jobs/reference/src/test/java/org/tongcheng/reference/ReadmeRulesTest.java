package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.DurationTier;
import org.tongcheng.domain.alert.Rung;
import org.tongcheng.domain.alert.Severity;

/** The tables of rules in README.md and README.zh.md say what the shipped rules are: all of them, and no other. */
class ReadmeRulesTest {

    private static final int COLUMNS = 7;

    private final List<AlertRule> rules =
            RegionDirectory.resolveRules("chengdu").valid();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void showsEveryRuleWithItsThresholds(String file) throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../..").resolve(file)).stream()
                .filter(line -> line.startsWith("| `") && cells(line).size() == COLUMNS)
                .map(ReadmeRulesTest::idAndThresholds)
                .toList();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(ReadmeRulesTest::expected).toList());
    }

    /** Numbers only: the words between them are the language's. */
    private static String idAndThresholds(String line) {
        List<String> cells = cells(line);
        return cells.get(0).replace("`", "")
                + cells.subList(2, COLUMNS - 1).stream()
                        .map(cell -> " | " + numbers(cell))
                        .collect(Collectors.joining());
    }

    private static String expected(AlertRule rule) {
        return rule.id()
                + Arrays.stream(Severity.values())
                        .map(severity -> " | " + thresholds(rule, severity))
                        .collect(Collectors.joining());
    }

    private static String thresholds(AlertRule rule, Severity severity) {
        Stream<BigDecimal> rungs = rule.ladder().stream()
                .filter(rung -> rung.severity() == severity)
                .map(Rung::raise);
        Stream<BigDecimal> tiers = rule.tiers().stream()
                .filter(tier -> tier.severity() == severity)
                .map(DurationTier::limits)
                .flatMap(List::stream)
                .flatMap(limit -> Stream.of(
                        limit.limit(),
                        BigDecimal.valueOf(
                                "1440".equals(String.valueOf(rule.settings().get("period_minutes")))
                                        ? limit.hours() / 24
                                        : limit.hours())));
        return Stream.concat(rungs, tiers).map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
    }

    private static String numbers(String cell) {
        return cell.replace("−", "-").replaceAll("[^0-9.-]+", " ").strip();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
