package org.tongcheng.alerts.watch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.Reading;

/**
 * What is kept of the points of one series. Never changed in place. All times are epoch milliseconds, {@link
 * AlertMemory#NEVER} before the first point.
 *
 * @param newest time of the newest point that was evaluated
 * @param seen time of the newest point that came, be it held
 * @param settledTo points before it are settled: a correction of them is not looked at
 * @param hoursTo hours before it are summed up, for rules on hours of a measurement of minutes
 * @param readings by field, in order of time, no two of one time
 */
public record SeriesMemory(long newest, long seen, long settledTo, long hoursTo, Map<String, List<Reading>> readings) {

    public static final SeriesMemory EMPTY =
            new SeriesMemory(AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, Map.of());

    public SeriesMemory seen(long time) {
        return time <= seen ? this : new SeriesMemory(newest, time, settledTo, hoursTo, readings);
    }

    public SeriesMemory summedTo(long hour) {
        return new SeriesMemory(newest, seen, settledTo, hour, readings);
    }

    public List<Reading> readings(String field) {
        return readings.getOrDefault(field, List.of());
    }

    /** The reading of that time; null when there is none. */
    public @Nullable Reading reading(String field, long time) {
        List<Reading> series = readings(field);
        int index = indexOf(series, time);
        return index < 0 ? null : series.get(index);
    }

    /** Puts the readings of one point in place of those of the same time. */
    public SeriesMemory with(long time, Map<String, Reading> point) {
        Map<String, List<Reading>> changed = new HashMap<>(readings);
        point.forEach((field, reading) -> changed.put(field, put(readings(field), reading)));
        return new SeriesMemory(Math.max(newest, time), Math.max(seen, time), settledTo, hoursTo, changed);
    }

    /** Fields that a point brings something new of. */
    public Set<String> changed(long time, Map<String, Reading> point) {
        if (time > newest) {
            return point.keySet();
        }
        Set<String> changed = new TreeSet<>();
        point.forEach((field, reading) -> {
            Reading before = reading(field, time);
            boolean same =
                    before != null && before.muted() == reading.muted() && sameNumber(before.value(), reading.value());
            if (!same) {
                changed.add(field);
            }
        });
        return changed;
    }

    /**
     * Forgets.
     *
     * @param settled no correction before it will be looked at
     * @param from readings before it decide nothing any more
     * @param fields others are not watched any more
     */
    public SeriesMemory forget(long settled, long from, Set<String> fields) {
        Map<String, List<Reading>> kept = new HashMap<>();
        readings.forEach((field, series) -> {
            int first = indexOf(series, from);
            int start = first < 0 ? -first - 1 : first;
            if (fields.contains(field) && start < series.size()) {
                kept.put(field, start == 0 ? series : new ArrayList<>(series.subList(start, series.size())));
            }
        });
        return new SeriesMemory(newest, seen, settled, hoursTo, kept);
    }

    /** As {@link #forget}, but of each field the last value before {@code from} stays, with all that came after it. */
    public SeriesMemory forgetAllButLast(long settled, long from, Set<String> fields) {
        Map<String, List<Reading>> kept = new HashMap<>();
        readings.forEach((field, series) -> {
            int first = indexOf(series, from);
            int start = first < 0 ? -first - 1 : first;
            boolean told = false;
            while (start > 0 && !told) {
                start--;
                told = series.get(start).value() != null;
            }
            if (fields.contains(field)) {
                kept.put(field, new ArrayList<>(series.subList(start, series.size())));
            }
        });
        return new SeriesMemory(newest, seen, settled, hoursTo, kept);
    }

    private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static List<Reading> put(List<Reading> series, Reading reading) {
        List<Reading> changed = new ArrayList<>(series.size() + 1);
        changed.addAll(series);
        int index = indexOf(series, reading.time());
        if (index < 0) {
            changed.add(-index - 1, reading);
        } else {
            changed.set(index, reading);
        }
        return changed;
    }

    /** As a binary search tells it; most searches are for the end. */
    private static int indexOf(List<Reading> series, long time) {
        int low = 0;
        int high = series.size() - 1;
        if (high >= 0 && series.get(high).time() < time) {
            return -series.size() - 1;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = series.get(middle).time();
            if (found == time) {
                return middle;
            }
            if (found < time) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
