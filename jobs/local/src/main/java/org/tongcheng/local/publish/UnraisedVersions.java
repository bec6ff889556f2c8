package org.tongcheng.local.publish;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;

/** Rules that were changed under the version that they had: an alert is known by rule and version, so that two would share one id. */
public final class UnraisedVersions {

    private UnraisedVersions() {}

    /**
     * One line for each of them.
     *
     * @param before rules that are published; those that were refused there raised nothing
     * @param after rules to be published
     */
    public static List<String> among(List<AlertRule> before, List<AlertRule> after) {
        Map<String, AlertRule> published =
                before.stream().collect(Collectors.toMap(AlertRule::id, Function.identity()));
        return after.stream()
                .flatMap(rule -> Stream.ofNullable(problem(published.get(rule.id()), rule)))
                .toList();
    }

    private static @Nullable String problem(@Nullable AlertRule before, AlertRule after) {
        if (before == null || before.equals(after) || after.version() > before.version()) {
            return null;
        }
        return "rule " + after.id() + ": version: differs from the published version " + before.version()
                + ", so it needs " + (before.version() + 1) + " or more, not " + after.version();
    }
}
