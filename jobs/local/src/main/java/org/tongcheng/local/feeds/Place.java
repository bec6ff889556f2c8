package org.tongcheng.local.feeds;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongcheng.reference.Route;
import org.tongcheng.reference.Stop;

/** A stop as tapping sees it: where it lies, and what every tap there says of it. */
final class Place {

    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private final String stopId;
    private final String cityCode;
    private final Route route;
    private final double east;
    private final double north;
    private final byte[] stopText;
    private final byte[] routeText;
    private final byte[] json;
    private final byte[] jsonWithoutStop;

    /**
     * @param namedCity the city that taps name: where the stop lies, or the operator's, as gates do
     */
    Place(Stop stop, Route route, String namedCity) {
        this.stopId = stop.stopId();
        this.cityCode = stop.cityCode();
        this.route = route;
        this.north = coordinate(stop.latitude()) * KILOMETRES_PER_DEGREE;
        this.east = coordinate(stop.longitude()) * KILOMETRES_PER_DEGREE * 0.86;
        this.stopText = ascii(stopId);
        this.routeText = ascii(route.routeId());
        String head = "\"city_code\":\"" + namedCity + "\",\"agency_id\":\"" + route.agencyId() + "\",\"route_type\":"
                + route.routeType() + ",\"route_id\":\"" + route.routeId() + "\",";
        this.json = ascii(head + "\"stop_id\":\"" + stopId + "\",");
        this.jsonWithoutStop = ascii(head);
    }

    String stopId() {
        return stopId;
    }

    /** Where the stop lies by the registry. */
    String cityCode() {
        return cityCode;
    }

    Route route() {
        return route;
    }

    /** Whether riders tap in and out. */
    boolean gated() {
        return route.routeType() <= 2;
    }

    byte[] stopText() {
        return stopText;
    }

    byte[] routeText() {
        return routeText;
    }

    /** The members of a tap that name city, agency, route and stop, with a comma behind each. */
    byte[] json(boolean withStop) {
        return withStop ? json : jsonWithoutStop;
    }

    /** Beeline in kilometres; good to a percent at the latitude of Sichuan. */
    double kilometresTo(Place other) {
        double eastward = east - other.east;
        double northward = north - other.north;
        return Math.sqrt(eastward * eastward + northward * northward);
    }

    private static double coordinate(@Nullable Double degrees) {
        return degrees == null ? 0 : degrees;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
