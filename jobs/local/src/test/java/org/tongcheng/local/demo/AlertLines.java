package org.tongcheng.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Severity;

/** Alerts to be compared: a line for each, sorted. */
record AlertLines(Collection<List<AlertTransition>> alerts) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** @param transitions of all alerts, in any order */
    static AlertLines of(Collection<AlertTransition> transitions) {
        Map<String, List<AlertTransition>> alerts = new TreeMap<>();
        for (AlertTransition transition : transitions) {
            alerts.computeIfAbsent(transition.alertId(), id -> new ArrayList<>())
                    .add(transition);
        }
        alerts.values().forEach(alert -> alert.sort(Comparator.comparingInt(AlertTransition::sequence)));
        return new AlertLines(alerts.values());
    }

    /** Everything that was told. */
    List<String> told() {
        return alerts.stream()
                .map(alert -> identity(alert) + ": "
                        + alert.stream()
                                .map(step -> step.state().wireName() + " "
                                        + step.severity().wireName() + " " + time(step.at()))
                                .collect(Collectors.joining(", "))
                        + reason(alert))
                .sorted()
                .toList();
    }

    /**
     * What stands in the end: alerts that were neither retracted nor merged, their highest severity and their end. Alerts of
     * feeds move by minutes: a minute of the ledger is told while it still grows.
     *
     * @param corrected entities whose points were told in parts: when their alerts ended may be told by the first part
     */
    List<String> standing(Set<String> corrected) {
        return standing(alert -> true, alert -> "", corrected);
    }

    /**
     * The same, without those of feeds, with when they began.
     *
     * @param corrected as of the others
     */
    List<String> standingSince(Set<String> corrected) {
        return standing(
                alert -> !ofFeed(alert), alert -> " since " + time(last(alert).beganAt()), corrected);
    }

    private List<String> standing(
            Predicate<List<AlertTransition>> which,
            Function<List<AlertTransition>, String> since,
            Set<String> endedSometime) {
        return alerts.stream()
                .filter(which)
                .filter(alert -> last(alert).state() != AlertState.RETRACTED
                        && last(alert).endReason() != EndReason.MERGED)
                .map(alert -> place(alert) + since.apply(alert) + ": "
                        + worst(alert).wireName() + " "
                        + (!last(alert).state().open()
                                        && (ofFeed(alert)
                                                || endedSometime.contains(
                                                        last(alert).entity().id()))
                                ? "ended"
                                : end(alert) + reason(alert)))
                .sorted()
                .toList();
    }

    /** Rules that tell of an entity. */
    List<String> rulesAt(String entityId) {
        return alerts.stream()
                .map(AlertLines::last)
                .filter(alert -> alert.entity().id().equals(entityId))
                .map(AlertTransition::ruleId)
                .sorted()
                .toList();
    }

    private static String identity(List<AlertTransition> alert) {
        return place(alert) + " since " + time(last(alert).onset());
    }

    private static String place(List<AlertTransition> alert) {
        return last(alert).ruleId() + " " + last(alert).entity().id();
    }

    private static boolean ofFeed(List<AlertTransition> alert) {
        return last(alert).entity().kind() == EntityKind.FEED;
    }

    private static String end(List<AlertTransition> alert) {
        return last(alert).state().open()
                ? "goes on"
                : "until " + time(last(alert).at());
    }

    private static String reason(List<AlertTransition> alert) {
        EndReason reason = last(alert).endReason();
        return reason == null ? "" : " (" + reason.wireName() + ")";
    }

    private static Severity worst(List<AlertTransition> alert) {
        return alert.stream()
                .map(AlertTransition::severity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static AlertTransition last(List<AlertTransition> alert) {
        return alert.get(alert.size() - 1);
    }

    private static String time(long moment) {
        return TIME.format(Instant.ofEpochMilli(moment));
    }
}
