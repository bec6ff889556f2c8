package org.tongcheng.air.operator;

import java.math.BigDecimal;
import java.util.Map;
import org.tongcheng.domain.air.DayValues;
import org.tongcheng.domain.feed.AirItem;

/**
 * What one hour of a station means to its city.
 *
 * @param label epoch milliseconds of the END of the hour
 * @param values of the hour that count, as reported
 * @param dayStart start of the business day that the hour belongs to
 * @param day the station's day with that hour
 */
public record StationShare(
        String cityCode, String stationId, long label, Map<AirItem, BigDecimal> values, long dayStart, DayValues day) {}
