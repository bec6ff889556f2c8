package org.tongcheng.reference;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/**
 * An air quality station: a row of air_stations.csv.
 *
 * @param longitude degrees east, WGS84; given together with {@code latitude} or not at all
 * @param latitude degrees north, WGS84
 * @param pollutants what it monitors, in the order of {@link AirItem}; an empty set is taken as all six
 */
public record AirStation(
        String stationId,
        String name,
        String cityCode,
        @Nullable Double longitude,
        @Nullable Double latitude,
        Set<AirItem> pollutants,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Dated {

    public AirStation {
        pollutants = Collections.unmodifiableSet(
                pollutants.isEmpty() ? EnumSet.allOf(AirItem.class) : EnumSet.copyOf(pollutants));
    }
}
