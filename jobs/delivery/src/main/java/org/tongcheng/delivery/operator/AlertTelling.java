package org.tongcheng.delivery.operator;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertDomain;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;

/**
 * What of an alert's life is told: that it fires, each change of its severity, its end. While it recovers, lacks data or
 * is muted it goes on as it was told last.
 *
 * @param region label of every alert
 * @param zone of the times that people read
 * @param oldestMillis an alert is not raised for what happened longer ago, so that a replay delivers nothing
 */
public record AlertTelling(String region, ZoneId zone, long oldestMillis) implements Serializable {

    /**
     * The alert after a transition.
     *
     * @param open null when Alertmanager need not know of it
     * @param now processing time, epoch milliseconds
     * @return with {@link OpenAlert#news} when Alertmanager has to hear of it; null when it still need not know
     */
    @Nullable
    OpenAlert after(@Nullable OpenAlert open, AlertTransition transition, long now) {
        if (open == null) {
            return isRaised(transition, now)
                    ? OpenAlert.raised(labels(transition), AlertNotes.of(transition, zone), transition)
                    : null;
        }
        if (open.accountsFor(transition)) {
            return open;
        }
        if (!transition.state().open()) {
            return open.ended() ? open.passed(transition) : open.endedBy(AlertNotes.of(transition, zone), transition);
        }
        return transition.state() == AlertState.FIRING ? fires(open, transition) : open.passed(transition);
    }

    /** Whether a transition of an unknown alert would raise it, were it not too long ago. */
    boolean isTooOld(AlertTransition transition, long now) {
        return transition.state() == AlertState.FIRING && now - transition.at() > oldestMillis;
    }

    private boolean isRaised(AlertTransition transition, long now) {
        return transition.state() == AlertState.FIRING && !isTooOld(transition, now);
    }

    private OpenAlert fires(OpenAlert open, AlertTransition transition) {
        boolean same = transition.severity() == open.severity() && !open.ended();
        if (same && !AlertNotes.tells(transition)) {
            return open.passed(transition);
        }
        return open.told(AlertNotes.of(transition, zone), transition);
    }

    private Map<String, String> labels(AlertTransition transition) {
        Map<String, String> labels = new HashMap<>();
        labels.put("alertname", transition.ruleId());
        labels.put("alert_id", transition.alertId());
        labels.put("rule_id", transition.ruleId());
        labels.put("family", transition.family());
        labels.put("joint", transition.joint());
        labels.put("domain", AlertDomain.of(transition).wireName());
        labels.put("city_code", transition.entity().cityCode());
        labels.put("entity_kind", transition.entity().kind().wireName());
        labels.put("entity_id", transition.entity().id());
        labels.put("region", region);
        // Alertmanager drops them anyway.
        labels.values().removeIf(String::isEmpty);
        return labels;
    }
}
