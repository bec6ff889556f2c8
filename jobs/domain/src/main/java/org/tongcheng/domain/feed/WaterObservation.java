package org.tongcheng.domain.feed;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One section's values at one time.
 *
 * @param observedAt epoch milliseconds
 * @param arrivedAt epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
 * @param values what was reported, trailing zeros stripped; a null value is absent
 * @param flags HJ 212 data flags other than N, of reported and of absent values
 */
public record WaterObservation(
        String sectionId,
        long observedAt,
        long arrivedAt,
        StationStatus status,
        Map<WaterItem, BigDecimal> values,
        Map<WaterItem, String> flags)
        implements FeedRecord {

    @Override
    public long eventTime() {
        return observedAt;
    }

    @Override
    public boolean flagged() {
        return false;
    }

    /** Whether the measured content is the same, wherever and whenever it arrived. */
    public boolean sameContent(WaterObservation other) {
        return status == other.status && values.equals(other.values) && flags.equals(other.flags);
    }
}
