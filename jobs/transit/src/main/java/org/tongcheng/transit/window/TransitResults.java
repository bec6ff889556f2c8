package org.tongcheng.transit.window;

import java.math.BigDecimal;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.ResultBuilder;
import org.tongcheng.domain.transit.DurationCounts;

/** Turns windows into points. The sums of a window stand in the order of its measurement's integer fields. */
public final class TransitResults {

    private static final BigDecimal MEDIAN = new BigDecimal("0.5");
    private static final BigDecimal NINETY_FIVE = new BigDecimal("0.95");

    private TransitResults() {}

    public static Result of(WindowKey key, WindowCell cell) {
        Measurement measurement = key.kind().measurement();
        ResultBuilder point = measurement.at(cell.start());
        for (int i = 0; i < measurement.tags().size(); i++) {
            point.tag(measurement.tags().get(i), key.tag(i));
        }
        int next = 0;
        for (Measurement.FieldSpec field : measurement.fields()) {
            switch (field.name()) {
                case "unique_tokens" -> {
                    byte[] tokens = cell.tokens();
                    point.integer(field.name(), tokens == null ? 0 : UniqueTokens.estimate(tokens));
                }
                case "duration_p50_s" -> percentile(point, field.name(), cell, MEDIAN);
                case "duration_p95_s" -> percentile(point, field.name(), cell, NINETY_FIVE);
                default -> point.integer(field.name(), cell.sums()[next++]);
            }
        }
        return point.build(cell.revision());
    }

    private static void percentile(ResultBuilder point, String field, WindowCell cell, BigDecimal share) {
        DurationCounts durations = cell.durations();
        if (durations != null && durations.total() > 0) {
            point.decimal(field, durations.percentile(share));
        }
    }
}
