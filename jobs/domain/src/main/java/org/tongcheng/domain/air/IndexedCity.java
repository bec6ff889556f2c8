package org.tongcheng.domain.air;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;

/**
 * One city's day in the ranking.
 *
 * @param values the city's valid day values, unrounded
 * @param issued the point of {@code air_city_index_mtd} last issued for that day, null before the first
 * @param changed whether the values are newer than that point
 */
public record IndexedCity(
        Map<AirItem, Fraction> values, @Nullable Result issued, boolean changed) {

    /** The day with new values; itself when they are the same. */
    public IndexedCity withValues(Map<AirItem, Fraction> newValues) {
        return newValues.equals(values) ? this : new IndexedCity(newValues, issued, true);
    }

    /** The day after a point was issued for it. */
    public IndexedCity withIssued(Result point) {
        return new IndexedCity(values, point, false);
    }
}
