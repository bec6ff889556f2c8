package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** One card in two places: the speed it would take to get from one tap to the next. Cards are known by token only. */
public final class CardSpeed {

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Taps are dated to the second. */
    private static final long SHORTEST_MILLIS = 1000;

    private static final Pattern TOKEN = Pattern.compile("hk[0-9]+:[0-9a-f]{32}");

    private CardSpeed() {}

    /**
     * The speed in km/h with one decimal, at the later of two taps; 0 when they are nearer than {@code least_km}.
     *
     * @param token of the card
     * @throws IllegalArgumentException when it is none; the message does not show it
     */
    public static Sample between(AlertRule rule, String token, CardPlace earlier, CardPlace later) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("a card is known by its token, and this is none");
        }
        double distance = kilometres(earlier, later);
        double hours = Math.max(SHORTEST_MILLIS, later.time() - earlier.time()) / MILLIS_PER_HOUR;
        double speed = distance < rule.setting("least_km").doubleValue() ? 0 : distance / hours;
        return new Sample(
                later.time(),
                BigDecimal.valueOf(speed).setScale(1, RoundingMode.HALF_EVEN),
                null,
                false,
                List.of(evidence(earlier), evidence(later)),
                null);
    }

    /** Great-circle distance (haversine formula) on a sphere of the earth's mean radius. */
    public static double kilometres(CardPlace one, CardPlace other) {
        double byLatitude = Math.sin(Math.toRadians(other.latitude() - one.latitude()) / 2);
        double byLongitude = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double chord = byLatitude * byLatitude
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * byLongitude
                        * byLongitude;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static Evidence evidence(CardPlace place) {
        return new Evidence(place.stopId(), place.time(), null);
    }
}
