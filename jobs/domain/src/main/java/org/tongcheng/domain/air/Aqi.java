package org.tongcheng.domain.air;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.ResultBuilder;

/**
 * The air quality index: the largest individual index, 0..500.
 *
 * <p>While a monitored item other than PM10 is missing, the index of the rest stands only when it is above 100.
 *
 * @param indices individual indices; an item may have a value and yet none (SO2 1 h above 800, 2012)
 * @param missing monitored items without a counting value, in item order
 * @param value null when there is no index
 */
public record Aqi(
        Map<AirItem, Integer> indices,
        List<AirItem> missing,
        @Nullable Integer value) {

    private static final int[] LEVELS = {50, 100, 150, 200, 300};

    /**
     * Judges individual indices.
     *
     * @param indices of the items that have one
     * @param missing monitored items without a counting value
     */
    public static Aqi of(Map<AirItem, Integer> indices, Collection<AirItem> missing) {
        List<AirItem> inOrder = missing.stream().sorted().toList();
        if (indices.isEmpty()) {
            return new Aqi(indices, inOrder, null);
        }
        int largest = Collections.max(indices.values());
        boolean blocked = largest <= 100 && inOrder.stream().anyMatch(item -> item != AirItem.PM10);
        return new Aqi(indices, inOrder, blocked ? null : largest);
    }

    /** Level 1 (excellent) to 6 (severely polluted); null without an index. */
    public @Nullable Integer level() {
        return value == null ? null : levelOf(value);
    }

    /** Items with the largest index, in item order; none up to AQI 50. */
    public List<AirItem> primaryPollutants() {
        List<AirItem> primary = new ArrayList<>();
        if (value == null || value <= LEVELS[0]) {
            return primary;
        }
        for (AirItem item : AirItem.values()) {
            if (value.equals(indices.get(item))) {
                primary.add(item);
            }
        }
        return primary;
    }

    /** Writes {@code iaqi_*}, {@code aqi}, {@code aqi_level}, {@code primary_pollutants} and {@code missing}. */
    void writeTo(ResultBuilder point) {
        indices.forEach((item, index) -> point.integer("iaqi_" + item.wireName(), index));
        point.integer("aqi", value)
                .integer("aqi_level", level())
                .text("primary_pollutants", joined(primaryPollutants()))
                .text("missing", joined(missing));
    }

    private static int levelOf(int value) {
        int level = 1;
        for (int limit : LEVELS) {
            if (value > limit) {
                level++;
            }
        }
        return level;
    }

    private static @Nullable String joined(List<AirItem> items) {
        return items.isEmpty() ? null : items.stream().map(AirItem::wireName).collect(Collectors.joining(","));
    }
}
