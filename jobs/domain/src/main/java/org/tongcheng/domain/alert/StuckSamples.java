package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.List;

/**
 * Stuck sensor: how many equal readings there are in a row up to now. Missing readings are passed over; maintenance
 * starts a new row. Counted over twice the time that the greatest threshold needs.
 */
public record StuckSamples() implements SeriesSamples {

    private static final int SLACK = 2;

    @Override
    public Sample at(AlertRule rule, String entityId, List<Reading> series, int index) {
        Reading now = series.get(index);
        BigDecimal value = now.value();
        if (value == null) {
            return Sample.of(now, null, List.of(now.evidence(entityId)));
        }
        long oldest = now.time() - lookBackMillis(rule);
        Reading first = now;
        int count = 1;
        for (int i = index - 1; i >= 0; i--) {
            Reading before = series.get(i);
            BigDecimal other = before.value();
            boolean differs = other != null && other.compareTo(value) != 0;
            if (differs || before.muted() || before.time() < oldest) {
                break;
            }
            if (other != null) {
                first = before;
                count++;
            }
        }
        return Sample.of(now, BigDecimal.valueOf(count), List.of(first.evidence(entityId), now.evidence(entityId)));
    }

    static long lookBackMillis(AlertRule rule) {
        return rule.periodsMillis(SLACK * rule.greatestRaise().longValue());
    }
}
