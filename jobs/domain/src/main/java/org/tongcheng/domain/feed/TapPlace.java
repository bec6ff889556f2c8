package org.tongcheng.domain.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a tap was made: few places, many taps. Its hash is kept, so that tables of places are cheap to look up. */
public final class TapPlace {

    private final String cityCode;
    private final @Nullable String stopId;
    private final @Nullable String routeId;
    private final int routeType;
    private final int hash;

    /**
     * @param cityCode GB/T 2260; the registered stop's city, else the one the record names
     * @param routeType GTFS route_type
     */
    public TapPlace(String cityCode, @Nullable String stopId, @Nullable String routeId, int routeType) {
        this.cityCode = cityCode;
        this.stopId = stopId;
        this.routeId = routeId;
        this.routeType = routeType;
        this.hash = hash(cityCode, stopId, routeId, routeType);
    }

    public String cityCode() {
        return cityCode;
    }

    public @Nullable String stopId() {
        return stopId;
    }

    public @Nullable String routeId() {
        return routeId;
    }

    public int routeType() {
        return routeType;
    }

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
    public boolean equals(@Nullable Object other) {
        return other instanceof TapPlace that
                && hash == that.hash
                && is(that.cityCode, that.stopId, that.routeId, that.routeType);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "TapPlace[" + cityCode + ", " + stopId + ", " + routeId + ", " + routeType + "]";
    }
}
