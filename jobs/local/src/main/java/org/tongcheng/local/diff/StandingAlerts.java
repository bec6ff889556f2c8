package org.tongcheng.local.diff;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.result.Tag;

/**
 * How every alert stands in the end, under the time when it began by the values as they are now. One that was retracted equals
 * one that never was: the data that raised it were wrong, and who judges the data as they are in the end never raises it. For
 * one that was merged another stands.
 */
final class StandingAlerts {

    private final Extent extent;
    private final Map<String, Told> last = new HashMap<>();

    /** @param extent alerts that begin outside of it are left out, and so is what was told of others after its end */
    StandingAlerts(Extent extent) {
        this.extent = extent;
    }

    /**
     * What was told of an alert.
     *
     * @param beganAt by the values as they were then, epoch milliseconds
     * @param endReason empty of one that goes on
     */
    record Told(
            String alertId, Rule rule, long beganAt, String state, String severity, String endReason, Moment moment) {

        static Told of(AlertTransition alert) {
            EndReason end = alert.endReason();
            return new Told(
                    alert.alertId(),
                    new Rule(
                            alert.ruleId(),
                            alert.ruleVersion(),
                            alert.entity().kind().wireName(),
                            alert.entity().id()),
                    alert.beganAt(),
                    alert.state().wireName(),
                    alert.severity().wireName(),
                    end == null ? "" : end.wireName(),
                    new Moment(alert.sequence(), alert.at()));
        }

        boolean stands() {
            return !state.equals(AlertState.RETRACTED.wireName()) && !endReason.equals(EndReason.MERGED.wireName());
        }

        /** What a correction ends was never so bad in the end: who judges settled values sees it clear. */
        Point point() {
            Map<String, Value> fields = new LinkedHashMap<>();
            fields.put("state", new Value(Value.Kind.TEXT, state));
            fields.put("severity", new Value(Value.Kind.TEXT, severity));
            if (!endReason.isEmpty()) {
                boolean corrected = endReason.equals(EndReason.DATA_CORRECTED.wireName());
                fields.put(
                        "end_reason", new Value(Value.Kind.TEXT, corrected ? EndReason.CLEARED.wireName() : endReason));
            }
            return new Point(
                    Scope.ALERTS,
                    List.of(
                            new Tag("rule_id", rule.id),
                            new Tag("entity_kind", rule.entityKind),
                            new Tag("entity_id", rule.entityId)),
                    beganAt,
                    0,
                    fields);
        }
    }

    /**
     * What broke which rule.
     *
     * @param version 0 where the side does not keep it
     */
    record Rule(String id, int version, String entityKind, String entityId) {}

    /** Where a record stands among those of its alert. */
    record Moment(int sequence, long at) {

        /** As readers of the topic tell: a job that begins without its state numbers its records from 0 again. */
        boolean after(Moment other) {
            return sequence > other.sequence || at > other.at;
        }
    }

    /** Records of an alert in the order in which they were told. */
    void add(Told told) {
        if (!extent.reaches(told.moment.at)) {
            return;
        }
        last.merge(told.alertId, told, (held, next) -> next.moment.after(held.moment) ? next : held);
    }

    /** The alerts as points, sorted. */
    List<Point> points() {
        Map<Point, Told> sorted = new TreeMap<>();
        for (Told told : last.values()) {
            if (told.stands() && extent.of(Scope.ALERTS, told.beganAt) != Extent.Place.OUTSIDE) {
                // The same beginning under two versions of a rule: the later one says how things stand.
                sorted.merge(told.point(), told, (one, other) -> other.rule.version > one.rule.version ? other : one);
            }
        }
        return sorted.values().stream().map(Told::point).toList();
    }
}
