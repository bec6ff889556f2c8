package org.tongcheng.alerts.watch;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.alert.ShareSamples;

/**
 * What a share is taken of, by the field that a rule names: sections of class I to III of the classified ones, rejected
 * records of the received ones, entries without an exit of the city's entries of that hour, which another measurement
 * counts.
 *
 * @param parts fields whose sum is the part
 * @param whole field
 * @param expected field of how many there should be
 */
public record Shares(List<String> parts, String whole, String expected) {

    public static final String UNMATCHED = "entries_without_exit";
    public static final String ENTRIES = "total_entries";

    private static final Map<String, Shares> BY_FIELD = Map.of(
            "good_share",
            new Shares(List.of("class_1", "class_2", "class_3"), "sections_classified", "sections_expected"),
            "rejected",
            new Shares(List.of("rejected"), "received", "received"),
            UNMATCHED,
            new Shares(List.of(UNMATCHED), ENTRIES, ENTRIES));

    /** The share that a field is; null when it is none. */
    public static @Nullable Shares of(String field) {
        return BY_FIELD.get(field);
    }

    /** Whether a rule needs points of another series beside its own. */
    public static boolean acrossSeries(AlertRule rule) {
        return rule.kind() == RuleKind.AGGREGATE_SHARE && rule.input().field().equals(UNMATCHED);
    }

    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(parts);
        fields.add(whole);
        fields.add(expected);
        return fields;
    }

    /** @param values of the time, by field; null where there is none, which counts as 0 */
    public Sample sample(long time, AlertRule rule, String entityId, Function<String, @Nullable BigDecimal> values) {
        long part =
                parts.stream().mapToLong(field -> count(values.apply(field))).sum();
        long most = count(values.apply(whole));
        return ShareSamples.at(
                time, rule, entityId, new ShareSamples.Counts(part, most, count(values.apply(expected))));
    }

    private static long count(@Nullable BigDecimal value) {
        return value == null ? 0 : value.longValue();
    }
}
