package org.tongcheng.transit.operator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.UniqueTokens;
import org.tongcheng.transit.window.WindowPart;

/**
 * The parts of ridership windows that one subtask has gathered. A tap touches three sums (stop, route, city) and one
 * set of tokens; what the city's hour and day need is derived from the city's minutes when the parts are handed on.
 */
final class RidershipParts {

    private static final int COUNTS = 4;
    private static final int CITY_COUNTS = 7;
    private static final int ROAMING_COUNTS = 3;
    private static final long QUARTER = 15 * BusinessTime.MINUTE;

    private final BusinessTime time;
    private final Map<PartKey, long[]> stops = new HashMap<>();
    private final Map<PartKey, long[]> routes = new HashMap<>();
    private final Map<PartKey, long[]> cities = new HashMap<>();
    private final Map<PartKey, long[]> roaming = new HashMap<>();
    private final Map<PartKey, UniqueTokens.Gathering> cityTokens = new HashMap<>();
    private final Map<PartKey, UniqueTokens.Gathering> roamingTokens = new HashMap<>();
    private final PartKey probe = new PartKey();
    private long hourStart = Long.MIN_VALUE;

    RidershipParts(BusinessTime time) {
        this.time = time;
    }

    int size() {
        return stops.size() + routes.size() + cities.size();
    }

    void add(Tap tap) {
        long minute = Math.floorDiv(tap.eventTime(), BusinessTime.MINUTE) * BusinessTime.MINUTE;
        String stop = tap.stopId();
        if (stop != null) {
            count(sums(stops, probe.set(tap.cityCode(), stop, 0, minute), COUNTS), tap);
        }
        String route = tap.routeId();
        if (route != null) {
            long quarter = Math.floorDiv(minute, QUARTER) * QUARTER;
            count(sums(routes, probe.set(tap.cityCode(), route, tap.routeType(), quarter), COUNTS), tap);
        }
        long[] city = sums(cities, probe.set(tap.cityCode(), null, tap.serviceDay(), minute), CITY_COUNTS);
        count(city, tap);
        city[4] += tap.discountFen();
        city[5] += tap.transfer() ? 1 : 0;
        long hour = hourOf(minute);
        tokens(cityTokens, probe.set(tap.cityCode(), null, tap.serviceDay(), hour))
                .add(tap.tokenHigh(), tap.tokenLow());
        if (tap.roaming()) {
            city[6]++;
            roam(tap, hour);
        }
    }

    private void roam(Tap tap, long hour) {
        long[] sums = sums(roaming, probe.set(tap.cityCode(), tap.issuerCityCode(), 0, hour), ROAMING_COUNTS);
        sums[0]++;
        sums[1] += tap.amountFen();
        sums[2] += tap.discountFen();
        tokens(roamingTokens, probe.set(tap.cityCode(), tap.issuerCityCode(), 0, hour))
                .add(tap.tokenHigh(), tap.tokenLow());
    }

    private static void count(long[] sums, Tap tap) {
        sums[0] += tap.action().isEntry() ? 1 : 0;
        sums[1] += tap.action().isExit() ? 1 : 0;
        sums[2]++;
        sums[3] += tap.amountFen();
    }

    /** Hands on everything and starts again from nothing. */
    void drain(Consumer<WindowPart> sink) {
        stops.forEach((key, sums) -> sink.accept(part(TransitWindow.STOP, key.names(), key.start, sums, null)));
        routes.forEach((key, sums) -> sink.accept(part(
                TransitWindow.ROUTE,
                new String[] {key.first, key.second(), Integer.toString(key.number)},
                key.start,
                sums,
                null)));
        drainCities(sink);
        roaming.forEach((key, sums) -> {
            UniqueTokens.Gathering tokens = roamingTokens.get(key);
            sink.accept(
                    part(TransitWindow.ROAMING, key.names(), key.start, sums, tokens == null ? null : tokens.bytes()));
        });
        stops.clear();
        routes.clear();
        cities.clear();
        roaming.clear();
        cityTokens.clear();
        roamingTokens.clear();
    }

    private void drainCities(Consumer<WindowPart> sink) {
        Map<PartKey, long[]> minutes = new HashMap<>();
        Map<PartKey, long[]> hours = new HashMap<>();
        Map<PartKey, long[]> days = new HashMap<>();
        cities.forEach((key, sums) -> {
            add(sums, sums(minutes, probe.set(key.first, null, 0, key.start), CITY_COUNTS));
            add(sums, sums(hours, probe.set(key.first, null, 0, hourOf(key.start)), CITY_COUNTS));
            add(sums, sums(days, probe.set(key.first, null, 0, dayStart(key.number)), CITY_COUNTS));
        });
        Map<PartKey, byte[]> hourTokens = new HashMap<>();
        Map<PartKey, byte[]> dayTokens = new HashMap<>();
        cityTokens.forEach((key, tokens) -> {
            byte[] bytes = tokens.bytes();
            hourTokens.merge(new PartKey().set(key.first, null, 0, key.start), bytes, UniqueTokens::union);
            dayTokens.merge(new PartKey().set(key.first, null, 0, dayStart(key.number)), bytes, UniqueTokens::union);
        });
        minutes.forEach(
                (key, sums) -> sink.accept(part(TransitWindow.CITY_MINUTE, key.names(), key.start, sums, null)));
        hours.forEach((key, sums) ->
                sink.accept(part(TransitWindow.CITY_HOUR, key.names(), key.start, sums, hourTokens.get(key))));
        days.forEach((key, sums) ->
                sink.accept(part(TransitWindow.CITY_DAY, key.names(), key.start, sums, dayTokens.get(key))));
    }

    private static WindowPart part(
            TransitWindow window, String[] tags, long start, long[] sums, byte @Nullable [] tokens) {
        return new WindowPart(window, tags, start, sums, tokens, null);
    }

    private long dayStart(int serviceDay) {
        return time.startOf(LocalDate.ofEpochDay(serviceDay));
    }

    /** Zones need a calendar, but most taps fall into the hour of the tap before them. */
    private long hourOf(long moment) {
        if (moment < hourStart || moment >= hourStart + BusinessTime.HOUR) {
            hourStart = time.startOfHour(moment);
        }
        return hourStart;
    }

    private static void add(long[] from, long[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i];
        }
    }

    private static long[] sums(Map<PartKey, long[]> parts, PartKey key, int size) {
        long[] sums = parts.get(key);
        if (sums == null) {
            sums = new long[size];
            parts.put(key.copy(), sums);
        }
        return sums;
    }

    private static UniqueTokens.Gathering tokens(Map<PartKey, UniqueTokens.Gathering> parts, PartKey key) {
        UniqueTokens.Gathering tokens = parts.get(key);
        if (tokens == null) {
            tokens = new UniqueTokens.Gathering();
            parts.put(key.copy(), tokens);
        }
        return tokens;
    }
}
