package org.tongcheng.domain.result;

import java.io.Serializable;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.water.SectionSlotValue;

/**
 * Which points a replayed range tells of, and which of them only in part: a window is complete where all records that can
 * belong to it were read. Epoch milliseconds.
 *
 * @param from the first moment that is replayed
 * @param to the first moment that is not replayed any more
 * @param readFrom by feed the first moment of which records were read, {@code from} at the latest
 */
public record Coverage(long from, long to, Map<Feed, Long> readFrom, BusinessTime time) implements Serializable {

    /** An entrance waits so long for its exit. */
    private static final long LONGEST_JOURNEY = 6 * BusinessTime.HOUR;

    /** A service date goes on so long after midnight. */
    private static final long AFTER_MIDNIGHT = 6 * BusinessTime.HOUR;

    public Coverage {
        readFrom = Map.copyOf(readFrom);
    }

    /** What a range has of a point's window. */
    public enum Extent {
        /** All of it. */
        COMPLETE,
        /** A part, so that the point is not what it would be live. */
        PARTIAL,
        /** Nothing. */
        OUTSIDE
    }

    /**
     * @throws IllegalArgumentException when there is no measurement of that name
     */
    public Extent of(Result point) {
        return of(Measurement.ofWireName(point.measurement()), point.time());
    }

    /** @param at time of the point */
    public Extent of(Measurement measurement, long at) {
        if (measurement == Measurement.FEED_LEDGER_1M && at == 0) {
            // Records of which nobody knows when they arrived are counted there, wherever they belong.
            return Extent.COMPLETE;
        }
        Span window = window(measurement, at);
        if (window.end <= from || window.start >= to) {
            return Extent.OUTSIDE;
        }
        return complete(measurement, at, window) ? Extent.COMPLETE : Extent.PARTIAL;
    }

    /** No point of an earlier time is complete or partial. */
    public long earliest() {
        return from - BusinessTime.DAY;
    }

    /** No point from that time on is complete or partial. */
    public long latest() {
        return to + BusinessTime.HOUR;
    }

    /** Whether the point is what it would be live, within the range or in what warms up before it. */
    public boolean complete(Result point) {
        Measurement measurement = Measurement.ofWireName(point.measurement());
        return complete(measurement, point.time(), window(measurement, point.time()));
    }

    private boolean complete(Measurement measurement, long at, Span window) {
        if (measurement == Measurement.FEED_LEDGER_1M) {
            return window.start >= from && window.end <= to;
        }
        if (measurement == Measurement.ALERT) {
            return true;
        }
        Span needed = needed(measurement, at, window);
        return needed.start >= readFrom(measurement) && needed.end <= to;
    }

    /** The latest beginning of those feeds that the measurement is made of. */
    private long readFrom(Measurement measurement) {
        String name = measurement.wireName();
        if (name.startsWith("transit_")) {
            return readFrom(Feed.TRANSIT_TAPS);
        }
        if (name.startsWith("air_")) {
            return readFrom(Feed.AIR_OBSERVATIONS);
        }
        if (name.startsWith("water_")) {
            return readFrom(Feed.WATER_OBSERVATIONS);
        }
        return readFrom.values().stream().mapToLong(Long::longValue).max().orElse(from);
    }

    private long readFrom(Feed feed) {
        return readFrom.getOrDefault(feed, from);
    }

    private Span window(Measurement measurement, long at) {
        return switch (measurement) {
            case TRANSIT_STOP_1M, TRANSIT_CITY_1M, FEED_LEDGER_1M, ALERT_ACTIVE_1M -> lasting(at, BusinessTime.MINUTE);
            case TRANSIT_ROUTE_15M -> lasting(at, 15 * BusinessTime.MINUTE);
            case TRANSIT_CITY_1H, TRANSIT_ROAMING_1H, TRANSIT_OD_1H, TRANSIT_UNMATCHED_1H, REGION_1H ->
                lasting(at, BusinessTime.HOUR);
            case TRANSIT_CITY_1D, AIR_STATION_1D, AIR_CITY_1D, AIR_CITY_INDEX_MTD, ALERT_SUMMARY_1D ->
                new Span(at, time.startOf(time.dayOf(at).plusDays(1)));
            case WATER_CITY_4H, WATER_RIVER_4H -> lasting(at, SectionSlotValue.SLOT_HOURS * BusinessTime.HOUR);
            case AIR_STATION_1H, AIR_CITY_1H -> new Span(at - BusinessTime.HOUR, at);
            case WATER_SECTION, ALERT -> lasting(at, 1);
        };
    }

    /** Times of records that can change the point. */
    private Span needed(Measurement measurement, long at, Span window) {
        return switch (measurement) {
            case TRANSIT_OD_1H -> new Span(window.start - LONGEST_JOURNEY, window.end);
            case TRANSIT_UNMATCHED_1H -> new Span(window.start - LONGEST_JOURNEY, window.end + LONGEST_JOURNEY);
            case TRANSIT_CITY_1D -> new Span(window.start, window.end + AFTER_MIDNIGHT);
            case AIR_CITY_INDEX_MTD -> new Span(time.startOf(time.dayOf(at).withDayOfMonth(1)), window.end);
            case REGION_1H -> {
                long slot = time.startOfSlot(at, SectionSlotValue.SLOT_HOURS);
                yield new Span(
                        Math.min(slot, window.start - LONGEST_JOURNEY),
                        slot + SectionSlotValue.SLOT_HOURS * BusinessTime.HOUR);
            }
            default -> window;
        };
    }

    private static Span lasting(long start, long length) {
        return new Span(start, start + length);
    }

    private record Span(long start, long end) {}
}
