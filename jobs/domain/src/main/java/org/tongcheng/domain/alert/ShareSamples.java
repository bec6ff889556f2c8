package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.tongcheng.domain.result.Measurement;

/** Aggregate share: a part of a whole, such as sections of class I to III among the classified ones. */
public final class ShareSamples {

    private static final int DECIMALS = 4;

    private ShareSamples() {}

    /** Whether there is a share of that name. */
    static boolean known(Measurement measurement, String field) {
        return switch (measurement) {
            case WATER_CITY_4H, WATER_RIVER_4H -> field.equals("good_share");
            case FEED_LEDGER_1M -> field.equals("rejected");
            case TRANSIT_UNMATCHED_1H -> field.equals("entries_without_exit");
            default -> false;
        };
    }

    /**
     * What a share is taken of.
     *
     * @param expected how many there should be; with too few of them ({@code min_completeness}) the share is missing
     */
    public record Counts(long part, long whole, long expected) {}

    /** The share with four decimals, half-even. */
    public static Sample at(long time, AlertRule rule, String entityId, Counts counts) {
        BigDecimal share = counts.whole() == 0 || !rule.complete(counts.whole(), counts.expected())
                ? null
                : BigDecimal.valueOf(counts.part())
                        .divide(BigDecimal.valueOf(counts.whole()), DECIMALS, RoundingMode.HALF_EVEN);
        Reading reading = new Reading(time, share, false);
        return Sample.of(reading, share, List.of(reading.evidence(entityId)));
    }
}
