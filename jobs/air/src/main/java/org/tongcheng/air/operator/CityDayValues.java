package org.tongcheng.air.operator;

import java.util.Map;
import org.tongcheng.domain.air.Fraction;
import org.tongcheng.domain.feed.AirItem;

/**
 * What one day of a city means to the ranking.
 *
 * @param dayStart epoch milliseconds
 * @param values valid day values, unrounded
 */
public record CityDayValues(String cityCode, long dayStart, Map<AirItem, Fraction> values) {}
