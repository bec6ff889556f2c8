package org.tongcheng.local.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.result.Tag;

/**
 * How every alert stands in the end. One that was retracted equals one that never was: the data that raised it were wrong, and
 * who judges the data as they are in the end never raises it.
 */
final class StandingAlerts {

    private final Extent extent;
    private final Map<String, Told> last = new HashMap<>();
    private final Map<String, Long> firstTold = new HashMap<>();

    /** @param extent alerts that begin outside of it are left out, and so is what was told of others after its end */
    StandingAlerts(Extent extent) {
        this.extent = extent;
    }

    /**
     * What was told of an alert.
     *
     * @param onset null where the side does not keep it
     * @param endReason null also where the side does not keep it
     */
    record Told(
            String alertId,
            Rule rule,
            @Nullable Long onset,
            String state,
            String severity,
            @Nullable String endReason,
            Moment moment) {

        static Told of(AlertTransition alert) {
            EndReason end = alert.endReason();
            return new Told(
                    alert.alertId(),
                    new Rule(
                            alert.ruleId(),
                            alert.ruleVersion(),
                            alert.entity().kind().wireName(),
                            alert.entity().id()),
                    alert.onset(),
                    alert.state().wireName(),
                    alert.severity().wireName(),
                    end == null ? null : asSettled(end).wireName(),
                    new Moment(alert.sequence(), alert.at()));
        }

        /** What a correction ends was never so bad in the end: who judges settled values sees it clear. */
        private static EndReason asSettled(EndReason end) {
            return end == EndReason.DATA_CORRECTED ? EndReason.CLEARED : end;
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
        firstTold.merge(told.alertId, told.moment.at, Math::min);
        last.merge(told.alertId, told, (held, next) -> next.moment.after(held.moment) ? next : held);
    }

    /**
     * The alerts as points, sorted.
     *
     * @param byId whether alerts are told apart by their ids, because the other side does not know their onsets
     */
    List<Point> points(boolean byId) {
        Map<Point, Told> sorted = new TreeMap<>();
        for (Told told : last.values()) {
            Long onset = told.onset;
            long begun = byId || onset == null ? firstTold.getOrDefault(told.alertId, 0L) : onset;
            if (!told.state.equals(AlertState.RETRACTED.wireName())
                    && extent.of(Scope.ALERTS, begun) != Extent.Place.OUTSIDE) {
                // The same onset under two versions of a rule: the later one says how things stand.
                sorted.merge(
                        point(told, byId), told, (one, other) -> other.rule.version > one.rule.version ? other : one);
            }
        }
        List<Point> points = new ArrayList<>(sorted.size());
        sorted.values().forEach(told -> points.add(point(told, byId)));
        return points;
    }

    private static Point point(Told told, boolean byId) {
        List<Tag> tags = new ArrayList<>(List.of(
                new Tag("rule_id", told.rule.id),
                new Tag("entity_kind", told.rule.entityKind),
                new Tag("entity_id", told.rule.entityId)));
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("state", new Value(Value.Kind.TEXT, told.state));
        fields.put("severity", new Value(Value.Kind.TEXT, told.severity));
        Long onset = told.onset;
        if (byId || onset == null) {
            tags.add(new Tag("alert_id", told.alertId));
            return new Point(Scope.ALERTS, tags, 0, 0, fields);
        }
        if (told.endReason != null) {
            fields.put("end_reason", new Value(Value.Kind.TEXT, told.endReason));
        }
        return new Point(Scope.ALERTS, tags, onset, 0, fields);
    }
}
