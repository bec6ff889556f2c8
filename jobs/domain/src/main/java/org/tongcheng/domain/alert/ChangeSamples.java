package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rate of change: a reading less the one some periods before; missing when either is. */
public record ChangeSamples() implements SeriesSamples {

    @Override
    public Sample at(AlertRule rule, String entityId, List<Reading> series, int index) {
        Reading now = series.get(index);
        BigDecimal value = now.value();
        Reading before = readingAt(now.time() - lookBackMillis(rule), series, index);
        BigDecimal base = before == null ? null : before.value();
        if (before == null || base == null || value == null) {
            return Sample.of(now, null, List.of(now.evidence(entityId)));
        }
        return Sample.of(now, value.subtract(base), List.of(before.evidence(entityId), now.evidence(entityId)));
    }

    static long lookBackMillis(AlertRule rule) {
        return rule.periodsMillis(rule.setting("periods").longValue());
    }

    private static @Nullable Reading readingAt(long time, List<Reading> series, int index) {
        for (int i = index - 1; i >= 0 && series.get(i).time() >= time; i--) {
            if (series.get(i).time() == time) {
                return series.get(i);
            }
        }
        return null;
    }
}
