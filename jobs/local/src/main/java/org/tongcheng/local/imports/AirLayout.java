package org.tongcheng.local.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/**
 * The columns of the national platform of urban air quality, by the platform's own names in capitals or without. Of
 * ozone only the mean of the hour is taken: a source has been seen that swapped the sliding means of eight hours and
 * the day's largest hour.
 */
final class AirLayout implements CsvLayout {

    static final String TIME = "timepoint";
    static final String STATION = "stationcode";

    private static final Set<String> LEFT_OUT = Set.of(
            "id",
            "timepointstr",
            "area",
            "citycode",
            "provinceid",
            "positionname",
            "longitude",
            "latitude",
            "aqi",
            "quality",
            "measure",
            "unheathful",
            "primarypollutant",
            "orderid",
            "ispublish",
            "so2_24h",
            "no2_24h",
            "pm10_24h",
            "co_24h",
            "o3_24h",
            "o3_8h",
            "o3_8h_24h",
            "pm2_5_24h");

    private static final List<String> NEEDED = Stream.concat(
                    Stream.of(TIME, STATION), Arrays.stream(AirItem.values()).map(AirItem::wireName))
            .toList();

    static final CsvLayout LAYOUT = new AirLayout();

    private AirLayout() {}

    @Override
    public List<String> needed() {
        return NEEDED;
    }

    @Override
    public Set<String> optional() {
        return Set.of();
    }

    @Override
    public Set<String> leftOut() {
        return LEFT_OUT;
    }

    @Override
    public @Nullable String known(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return LEFT_OUT.contains(name) || NEEDED.contains(name) ? name : null;
    }
}
