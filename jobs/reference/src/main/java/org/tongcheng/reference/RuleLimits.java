package org.tongcheng.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.Direction;
import org.tongcheng.domain.alert.DurationLimit;
import org.tongcheng.domain.alert.DurationSamples;
import org.tongcheng.domain.alert.DurationTier;
import org.tongcheng.domain.alert.Rung;
import org.tongcheng.domain.alert.Severity;
import org.yaml.snakeyaml.nodes.Node;

/** The ladder and the tiers of a rule. What is wrong with a part is reported, and the part left out. */
final class RuleLimits {

    private static final Map<String, Severity> SEVERITIES = RuleForm.words(Severity.values(), Severity::wireName);
    private static final Set<String> DIRECTIONS = RuleForm.DIRECTIONS.keySet();
    private static final List<String> LIMIT_KEYS =
            Stream.concat(DIRECTIONS.stream(), Stream.of("for")).toList();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final RuleMap rule;
    private final RuleFaults faults;

    RuleLimits(RuleMap rule, RuleFaults faults) {
        this.rule = rule;
        this.faults = faults;
    }

    /** {@code ladder: {blue: {raise: 60, clear: 50}, ...}} */
    List<Rung> ladder() {
        List<Rung> rungs = new ArrayList<>();
        if (rule.has("ladder")) {
            RuleMap ladder = rule.map("ladder", List.copyOf(SEVERITIES.keySet()));
            for (String severity : ladder.keys()) {
                RuleMap rung = ladder.map(severity, List.of("raise", "clear"));
                BigDecimal raise = rung.decimal("raise");
                BigDecimal clear = rung.decimal("clear");
                Severity known = SEVERITIES.get(severity);
                if (known != null && raise != null && clear != null) {
                    rungs.add(new Rung(known, raise, clear));
                }
            }
        }
        return List.copyOf(rungs);
    }

    /** {@code tiers: [{severity: yellow, limits: [{above: 200, for: 48h}]}, ...]} */
    List<DurationTier> tiers() {
        List<DurationTier> tiers = new ArrayList<>();
        if (rule.has("tiers")) {
            for (Node node : rule.list("tiers")) {
                RuleMap tier = new RuleMap(faults, "tiers", node, List.of("severity", "limits"));
                Severity severity = tier.oneOf("severity", SEVERITIES);
                List<DurationLimit> limits = limits(tier, severity);
                if (severity != null && !limits.isEmpty()) {
                    tiers.add(new DurationTier(severity, limits));
                }
            }
        }
        return List.copyOf(tiers);
    }

    private List<DurationLimit> limits(RuleMap tier, @Nullable Severity severity) {
        String path = severity == null ? "tiers" : "tiers." + severity.wireName();
        return tier.list("limits").stream()
                .map(node -> limit(path, node))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable DurationLimit limit(String path, Node node) {
        RuleMap limit = new RuleMap(faults, path, node, LIMIT_KEYS);
        if (!limit.readable()) {
            return null;
        }
        List<String> given = DIRECTIONS.stream().filter(limit::has).toList();
        if (given.size() != 1) {
            faults.report(path, node.getStartMark(), "a limit has exactly one of " + String.join(", ", DIRECTIONS));
        }
        BigDecimal value = given.isEmpty() ? null : limit.decimal(given.get(0));
        Direction direction = given.isEmpty() ? null : RuleForm.DIRECTIONS.get(given.get(0));
        long hours = hours(limit);
        return value == null || direction == null || hours == 0
                ? null
                : new DurationLimit(direction, value, (int) hours);
    }

    /** 0 when it is not told, or not well. */
    private long hours(RuleMap limit) {
        long millis = limit.duration("for");
        if (millis < 0) {
            return 0;
        }
        long hours = millis / HOUR;
        if (millis % HOUR != 0 || hours < 1 || hours > DurationSamples.MOST_HOURS) {
            limit.refuse("for", "is not a whole number of hours from 1 to " + DurationSamples.MOST_HOURS);
            return 0;
        }
        return hours;
    }
}
