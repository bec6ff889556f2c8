package org.tongcheng.air.operator;

import java.math.BigDecimal;
import java.util.Map;
import org.tongcheng.domain.feed.AirItem;

/**
 * A city's hour in state.
 *
 * @param stations what each station with a record contributes
 * @param revision of the point last issued
 */
public record CityHour(Map<String, StationValues> stations, int revision) {

    /**
     * One station's hour; a record of its own, since a map of maps would fall to Kryo.
     *
     * @param values that count, as reported
     */
    public record StationValues(Map<AirItem, BigDecimal> values) {}
}
