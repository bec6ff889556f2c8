package org.tongcheng.domain.air;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Result;

/**
 * One city's day in the ranking.
 *
 * @param values the city's day values
 * @param issued the point of {@code air_city_index_mtd} last issued for that day, null before the first
 */
public record IndexedCity(DayValues values, @Nullable Result issued) {}
