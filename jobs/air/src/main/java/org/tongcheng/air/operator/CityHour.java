package org.tongcheng.air.operator;

import java.math.BigDecimal;
import java.util.Map;
import org.tongcheng.domain.feed.AirItem;

/**
 * A city's hour in state.
 *
 * @param stations counting values of each station with a record, as reported
 * @param revision of the point last issued
 */
public record CityHour(Map<String, Map<AirItem, BigDecimal>> stations, int revision) {}
