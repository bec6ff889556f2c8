package org.tongcheng.local.grafana;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;

/** Counts of alerts from their transitions. */
final class AlertCounts {

    private AlertCounts() {}

    /** New ones by rule. */
    static Map<String, Double> raised(List<AlertTransition> alerts) {
        return count(alerts, alert -> alert.sequence() == 0, AlertTransition::ruleId);
    }

    /** Turns to recovering by rule. */
    static Map<String, Double> recovering(List<AlertTransition> alerts) {
        return count(alerts, alert -> alert.state() == AlertState.RECOVERING, AlertTransition::ruleId);
    }

    /** Those that go on in the end, by severity. */
    static Map<String, Double> open(List<AlertTransition> alerts) {
        Map<String, AlertTransition> last = new TreeMap<>();
        alerts.forEach(alert ->
                last.merge(alert.alertId(), alert, (one, other) -> one.sequence() > other.sequence() ? one : other));
        Map<String, Double> open = new TreeMap<>(Map.of("red", 0.0, "orange", 0.0, "yellow", 0.0, "blue", 0.0));
        open.putAll(count(List.copyOf(last.values()), alert -> alert.state().open(), alert -> alert.severity()
                .wireName()));
        return open;
    }

    private static Map<String, Double> count(
            List<AlertTransition> alerts, Predicate<AlertTransition> which, Function<AlertTransition, String> key) {
        Map<String, Double> counts = new TreeMap<>();
        alerts.stream().filter(which).forEach(alert -> counts.merge(key.apply(alert), 1.0, Double::sum));
        return counts;
    }
}
