package org.tongcheng.alerts.watch;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

/**
 * What counts as heard by a rule on silence: any point, or one that has the rule's field; in the ledger of a feed, one that
 * counts something. A point of an entity under maintenance is heard in any case.
 */
final class Heard {

    private Heard() {}

    /** Under what name it is kept whether the rule's field was heard. */
    static String name(AlertRule rule) {
        return "heard:" + rule.input().field();
    }

    /** One where it was heard; missing where it was not. */
    static Reading reading(Result point, AlertRule rule) {
        String field = rule.input().field();
        boolean muted = Points.muted(point);
        boolean heard = muted || field.isEmpty() || counts(point, Points.value(point, field));
        return new Reading(point.time(), heard ? BigDecimal.ONE : null, muted);
    }

    private static boolean counts(Result point, @Nullable BigDecimal value) {
        boolean ledger = point.measurement().equals(Measurement.FEED_LEDGER_1M.wireName());
        return value != null && (!ledger || value.signum() > 0);
    }
}
