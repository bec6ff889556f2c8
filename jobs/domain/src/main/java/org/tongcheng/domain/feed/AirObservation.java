package org.tongcheng.domain.feed;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One station's hourly means.
 *
 * @param observedAt epoch milliseconds of the END of the averaged hour
 * @param arrivedAt epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
 * @param values what was reported, trailing zeros stripped; a null value is absent
 * @param flags HJ 212 data flags other than N, of reported and of absent values
 */
public record AirObservation(
        String stationId, long observedAt, long arrivedAt, Map<AirItem, BigDecimal> values, Map<AirItem, String> flags)
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
    public boolean sameContent(AirObservation other) {
        return values.equals(other.values) && flags.equals(other.flags);
    }
}
