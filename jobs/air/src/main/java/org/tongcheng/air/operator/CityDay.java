package org.tongcheng.air.operator;

import java.util.Map;
import org.tongcheng.domain.air.DayValues;

/**
 * A city's day in state.
 *
 * @param stations days of the stations with a record
 * @param revision of the point last issued
 */
public record CityDay(Map<String, DayValues> stations, int revision) {}
