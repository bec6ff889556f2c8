package org.tongcheng.air.operator;

import java.math.BigDecimal;
import java.util.Map;
import org.tongcheng.domain.feed.AirItem;

/**
 * A station's hour in state.
 *
 * @param values that count, as reported
 * @param revision of the point last issued
 */
public record StationHour(Map<AirItem, BigDecimal> values, int revision) {}
