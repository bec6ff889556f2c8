package org.tongcheng.transit.operator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.UniqueTokens;
import org.tongcheng.transit.window.WindowPart;

/**
 * The parts of ridership windows that one subtask has gathered. A tap touches three sums (stop, route, city) and one
 * set of tokens; a city's hour is added up from its minutes when they are handed on, and hands itself on to the day.
 */
final class RidershipParts {

    private static final int COUNTS = 4;
    private static final int CITY_COUNTS = 7;
    private static final int ROAMING_COUNTS = 3;

    /** Places whose last sums are found without a look-up by name; a power of two. */
    private static final int RECENT = 1 << 12;

    private static final long QUARTER = 15 * BusinessTime.MINUTE;

    private final BusinessTime time;
    private final Map<PartKey, long[]> stops = new HashMap<>();
    private final Map<PartKey, long[]> routes = new HashMap<>();
    private final Map<PartKey, Minute> minutes = new HashMap<>();
    private final Map<PartKey, Hour> hours = new HashMap<>();
    private final Map<PartKey, Hour> roaming = new HashMap<>();
    private final PartKey probe = new PartKey();
    private final @Nullable Recent[] recent = new Recent[RECENT];
    private long hourStart = Long.MIN_VALUE;

    RidershipParts(BusinessTime time) {
        this.time = time;
    }

    /** Sums and different tokens of a city, or of a pair of cities. */
    private static final class Hour {
        final long[] sums;
        final UniqueTokens.Gathering tokens = new UniqueTokens.Gathering();

        Hour(int counts) {
            sums = new long[counts];
        }
    }

    /** The sums that a place's last tap went to. */
    private record Recent(TapPlace place, long minute, long @Nullable [] stop, long @Nullable [] route) {}

    /** @param hour that the minute belongs to */
    private record Minute(long[] sums, Hour hour) {}

    int size() {
        return stops.size() + routes.size() + minutes.size();
    }

    void add(Tap tap) {
        long minute = Math.floorDiv(tap.eventTime(), BusinessTime.MINUTE) * BusinessTime.MINUTE;
        Recent sums = recent(tap.place(), minute);
        if (sums.stop != null) {
            count(sums.stop, tap);
        }
        if (sums.route != null) {
            count(sums.route, tap);
        }
        Minute city = minute(tap, minute);
        count(city.sums, tap);
        city.sums[4] += tap.discountFen();
        city.sums[5] += tap.transfer() ? 1 : 0;
        city.hour.tokens.add(tap.tokenHigh(), tap.tokenLow());
        if (tap.roaming()) {
            city.sums[6]++;
            roam(tap, hourOf(minute));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a place that was met before is the same object, and comparing costs more
    private Recent recent(TapPlace place, long minute) {
        int spot = place.hashCode() & RECENT - 1;
        Recent known = recent[spot];
        if (known == null || known.minute != minute || known.place != place) {
            String stop = place.stopId();
            String route = place.routeId();
            long quarter = Math.floorDiv(minute, QUARTER) * QUARTER;
            known = new Recent(
                    place,
                    minute,
                    stop == null ? null : sums(stops, probe.set(place.cityCode(), stop, 0, minute)),
                    route == null
                            ? null
                            : sums(routes, probe.set(place.cityCode(), route, place.routeType(), quarter)));
            recent[spot] = known;
        }
        return known;
    }

    private Minute minute(Tap tap, long start) {
        Minute minute = minutes.get(probe.set(tap.cityCode(), null, tap.serviceDay(), start));
        if (minute == null) {
            PartKey key = probe.copy();
            Hour hour = hour(hours, probe.set(tap.cityCode(), null, tap.serviceDay(), hourOf(start)), CITY_COUNTS);
            minute = new Minute(new long[CITY_COUNTS], hour);
            minutes.put(key, minute);
        }
        return minute;
    }

    private void roam(Tap tap, long start) {
        Hour pair = hour(roaming, probe.set(tap.cityCode(), tap.issuerCityCode(), 0, start), ROAMING_COUNTS);
        pair.sums[0]++;
        pair.sums[1] += tap.amountFen();
        pair.sums[2] += tap.discountFen();
        pair.tokens.add(tap.tokenHigh(), tap.tokenLow());
    }

    private static void count(long[] sums, Tap tap) {
        sums[0] += tap.action().isEntry() ? 1 : 0;
        sums[1] += tap.action().isExit() ? 1 : 0;
        sums[2]++;
        sums[3] += tap.amountFen();
    }

    /** Hands on and forgets the parts of all windows that are due at the watermark. */
    void drain(long watermark, Consumer<WindowPart> sink) {
        Arrays.fill(recent, null);
        DueParts.take(stops, key -> due(TransitWindow.STOP, key, watermark), (key, sums) -> {
            sink.accept(part(TransitWindow.STOP, key.names(), key.start, sums, null));
        });
        DueParts.take(routes, key -> due(TransitWindow.ROUTE, key, watermark), (key, sums) -> {
            String[] tags = {key.first, key.second(), Integer.toString(key.number)};
            sink.accept(part(TransitWindow.ROUTE, tags, key.start, sums, null));
        });
        DueParts.take(minutes, key -> due(TransitWindow.CITY_MINUTE, key, watermark), (key, minute) -> {
            add(minute.sums, minute.hour.sums);
            sink.accept(part(TransitWindow.CITY_MINUTE, key.names(), key.start, minute.sums, null));
        });
        DueParts.take(hours, key -> due(TransitWindow.CITY_HOUR, key, watermark), (key, hour) -> {
            byte[] tokens = hour.tokens.bytes();
            long day = time.startOf(LocalDate.ofEpochDay(key.number));
            sink.accept(part(TransitWindow.CITY_HOUR, key.names(), key.start, hour.sums, tokens));
            sink.accept(part(TransitWindow.CITY_DAY, key.names(), day, hour.sums, tokens));
        });
        DueParts.take(roaming, key -> due(TransitWindow.ROAMING, key, watermark), (key, hour) -> {
            sink.accept(part(TransitWindow.ROAMING, key.names(), key.start, hour.sums, hour.tokens.bytes()));
        });
    }

    private static boolean due(TransitWindow window, PartKey key, long watermark) {
        return window.dueAt(key.start) <= watermark;
    }

    private static WindowPart part(
            TransitWindow window, String[] tags, long start, long[] sums, byte @Nullable [] tokens) {
        return new WindowPart(window, tags, start, sums, tokens, null);
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

    private static long[] sums(Map<PartKey, long[]> parts, PartKey key) {
        long[] sums = parts.get(key);
        if (sums == null) {
            sums = new long[COUNTS];
            parts.put(key.copy(), sums);
        }
        return sums;
    }

    private static Hour hour(Map<PartKey, Hour> parts, PartKey key, int counts) {
        Hour hour = parts.get(key);
        if (hour == null) {
            hour = new Hour(counts);
            parts.put(key.copy(), hour);
        }
        return hour;
    }
}
