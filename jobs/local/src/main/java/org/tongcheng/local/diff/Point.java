package org.tongcheng.local.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.plumbing.file.SortedLine;

/**
 * A point of any side, with whatever fields it has.
 *
 * @param tags in the order of the measurement
 * @param time epoch milliseconds
 * @param revision 0 where the side keeps none
 * @param fields in the order in which they were written
 */
record Point(String measurement, List<Tag> tags, long time, int revision, Map<String, Value> fields)
        implements Comparable<Point> {

    /** Marks a point of a window of which a replay has read a part only. */
    static final String PARTIAL = Field.PARTIAL.name();

    /** What a late tap can undo, so that only zeros are left; files leave such points out. */
    private static final Set<String> UNDONE_BY_LATE_TAPS =
            Set.of(Measurement.TRANSIT_OD_1H.wireName(), Measurement.TRANSIT_UNMATCHED_1H.wireName());

    boolean partial() {
        return Value.TRUE.equals(fields.get(PARTIAL));
    }

    /** Whether it says no more than its absence does. */
    boolean undone() {
        return canComeUndone(measurement)
                && fields.entrySet().stream()
                        .allMatch(field -> field.getKey().equals(PARTIAL)
                                || field.getValue().zero());
    }

    static boolean canComeUndone(String measurement) {
        return UNDONE_BY_LATE_TAPS.contains(measurement);
    }

    /** In the order of result files: by measurement, tags and time. */
    @Override
    public int compareTo(Point other) {
        int order = measurement.compareTo(other.measurement);
        for (int i = 0; order == 0 && i < Math.min(tags.size(), other.tags.size()); i++) {
            order = tags.get(i).value().compareTo(other.tags.get(i).value());
        }
        order = order == 0 ? Integer.compare(tags.size(), other.tags.size()) : order;
        return order == 0 ? Long.compare(time, other.time) : order;
    }

    /** The point's line of a result file, with its place. */
    SortedLine line() {
        List<String> series = new ArrayList<>(1 + tags.size());
        series.add(measurement);
        tags.forEach(tag -> series.add(tag.value()));
        return new SortedLine(series, time, revision, PointLine.write(this));
    }
}
