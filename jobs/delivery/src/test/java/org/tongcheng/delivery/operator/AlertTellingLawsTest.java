package org.tongcheng.delivery.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tongcheng.delivery.Alerts;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.Severity;

/** An alert's life before an Alertmanager that takes some posts, loses others, and takes some without saying so. */
class AlertTellingLawsTest {

    private static final long LEASE = 60 * Alerts.MINUTE;
    private static final AlertTelling TELLING = new AlertTelling("r", ZoneOffset.UTC, Long.MAX_VALUE);

    private enum Fate {
        TAKEN,
        LOST,
        TAKEN_UNSAID,
        NOT_TRIED
    }

    @Property
    void neverLeavesAGhostFiring(
            @ForAll @Size(min = 1, max = 12) List<AlertState> states,
            @ForAll @Size(12) List<Severity> severities,
            @ForAll @Size(12) List<Fate> fates) {
        Map<Map<String, String>, Long> held = new HashMap<>();
        @Nullable OpenAlert open = null;
        String expected = "";
        for (int i = 0; i < states.size(); i++) {
            long now = Alerts.ONSET + i * Alerts.MINUTE;
            AlertTransition transition = Alerts.of("a", i, states.get(i), severities.get(i), Alerts.STATION);
            expected = expected(expected, transition);
            OpenAlert after = TELLING.after(open, transition, now);
            open = after == null || after.vanished() ? null : tell(after, fates.get(i), now, held);
            if (open == null || !open.news()) {
                assertThat(firing(held, now)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
            }
        }
        long later = Alerts.ONSET + states.size() * Alerts.MINUTE;
        if (open != null) {
            tell(open, Fate.TAKEN, later, held);
        }

        assertThat(firing(held, later)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    /** The severity that staff should see. */
    private static String expected(String before, AlertTransition transition) {
        return switch (transition.state()) {
            case FIRING -> transition.severity().wireName();
            case RECOVERING, NO_DATA, MUTED -> before;
            case RESOLVED, RETRACTED, OK, PENDING -> "";
        };
    }

    private static @Nullable OpenAlert tell(OpenAlert alert, Fate fate, long now, Map<Map<String, String>, Long> held) {
        if (!alert.news() || fate == Fate.NOT_TRIED) {
            return alert;
        }
        if (fate != Fate.LOST) {
            for (AlertPost post : alert.posts(now, LEASE)) {
                assertThat(post.endsAt()).isGreaterThanOrEqualTo(post.startsAt());
                held.put(post.labels(), post.endsAt());
            }
        }
        if (fate != Fate.TAKEN) {
            return alert.tried();
        }
        return alert.ended() ? null : alert.taken(now);
    }

    private static List<String> firing(Map<Map<String, String>, Long> held, long now) {
        return held.entrySet().stream()
                .filter(alert -> alert.getValue() > now)
                .map(alert -> alert.getKey().get("severity"))
                .toList();
    }
}
