package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Surge: how many times the usual value of that hour and weekday a reading is. */
public final class SurgeSamples {

    private static final int DECIMALS = 2;

    private SurgeSamples() {}

    /**
     * Missing when the reading is, or when fewer of the last eight weeks are known than {@code min_completeness} asks for.
     *
     * @param history of the reading's slot; the reading itself may be in it
     */
    public static Sample at(AlertRule rule, String entityId, Reading reading, SlotHistory history) {
        int least = rule.minCompleteness()
                .multiply(BigDecimal.valueOf(SlotHistory.WEEKS))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        BigDecimal value = reading.value();
        BigDecimal usual = history.usual(reading.time(), least);
        BigDecimal times = value == null || usual == null
                ? null
                : value.divide(usual.max(rule.setting("least_usual")), DECIMALS, RoundingMode.HALF_EVEN);
        return Sample.of(reading, times, List.of(reading.evidence(entityId)));
    }
}
