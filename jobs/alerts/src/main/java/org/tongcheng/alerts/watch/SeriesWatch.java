package org.tongcheng.alerts.watch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.result.Result;

/**
 * The rules that watch one series alone, and what they need of it.
 *
 * @param rules enabled ones, in the order of the file
 * @param fields that at least one of them reads
 * @param lookBack how far before a point readings decide it, milliseconds
 */
public record SeriesWatch(Series series, List<AlertRule> rules, Set<String> fields, long lookBack) {

    static SeriesWatch of(Series series, List<AlertRule> candidates) {
        List<AlertRule> rules = candidates.stream()
                .filter(rule -> rule.input().measurement().equals(series.measurement()))
                .filter(rule -> series.matches(rule.input().filter()))
                .toList();
        Set<String> fields = new LinkedHashSet<>();
        rules.forEach(rule -> fields.addAll(fieldsOf(rule)));
        long lookBack =
                rules.stream().mapToLong(AlertRule::lookBackMillis).max().orElse(0);
        return new SeriesWatch(series, rules, fields, lookBack);
    }

    /** Whether one series is all that the rule needs. */
    static boolean single(AlertRule rule) {
        return switch (rule.kind()) {
            case THRESHOLD, RATE_OF_CHANGE, STUCK_SENSOR, CONSECUTIVE_DURATION, SURGE -> true;
            case AGGREGATE_SHARE -> Shares.of(rule.input().field()) != null && !Shares.acrossSeries(rule);
            default -> false;
        };
    }

    public static Set<String> fieldsOf(AlertRule rule) {
        Shares share =
                rule.kind() == RuleKind.AGGREGATE_SHARE ? Shares.of(rule.input().field()) : null;
        return share == null ? Set.of(rule.input().field()) : share.fields();
    }

    /** Whether the rule looks at hours, while the points are minutes. */
    public boolean sumsHours(AlertRule rule) {
        return rule.kind() == RuleKind.SURGE && Keeping.withinHours(series.measurement());
    }

    public List<AlertRule> hourly() {
        return rules.stream().filter(this::sumsHours).toList();
    }

    /** The watched fields of a point. */
    public Map<String, Reading> readings(Result point) {
        Map<String, Reading> readings = new HashMap<>();
        for (String field : fields) {
            readings.put(field, Points.reading(point, field));
        }
        return readings;
    }
}
