package org.tongcheng.domain.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a tap was made: few places, many taps.
 *
 * @param cityCode GB/T 2260; the registered stop's city, else the one the record names
 * @param routeType GTFS route_type
 */
public record TapPlace(
        String cityCode, @Nullable String stopId, @Nullable String routeId, int routeType) {

    /** What {@link #hashCode} of such a place is. */
    public static int hash(String cityCode, @Nullable String stopId, @Nullable String routeId, int routeType) {
        int names = (cityCode.hashCode() * 31 + Objects.hashCode(stopId)) * 31 + Objects.hashCode(routeId);
        int hash = names * 31 + routeType;
        return hash ^ hash >>> 15;
    }

    /** Whether it is this place. */
    public boolean is(String city, @Nullable String stop, @Nullable String route, int type) {
        return routeType == type
                && cityCode.equals(city)
                && Objects.equals(stopId, stop)
                && Objects.equals(routeId, route);
    }

    @Override
    public int hashCode() {
        return hash(cityCode, stopId, routeId, routeType);
    }
}
