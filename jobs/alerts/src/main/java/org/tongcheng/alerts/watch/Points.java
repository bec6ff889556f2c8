package org.tongcheng.alerts.watch;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.RuleInput;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/** Points as rules read them. */
public final class Points {

    /** How long, in event time, a point waits for parts that have not come; milliseconds. */
    public static final long PARTS_WAIT = 2 * BusinessTime.HOUR;

    private static final String LEDGER = Measurement.FEED_LEDGER_1M.wireName();

    private static final String STATUS = "station_status";

    private Points() {}

    /** Whether all parts that it should have are in it. A point that does not tell of parts is whole. */
    public static boolean complete(Result point) {
        return holds(point, "stations_reporting", "stations_expected")
                && holds(point, "sections_classified", "sections_expected");
    }

    /**
     * The watermark at which a point of a series is judged as it is then, epoch milliseconds. One that is complete does not
     * wait, but a minute of the ledger is told while it grows: a share of its first records says nothing of it.
     */
    public static long judgedAt(Result point) {
        if (point.measurement().equals(LEDGER)) {
            return point.time() + BusinessTime.MINUTE;
        }
        return complete(point) ? Long.MIN_VALUE : point.time() + PARTS_WAIT;
    }

    /** The value of a field or of a difference, missing where the point has none. */
    public static Reading reading(Result point, String field) {
        return new Reading(point.time(), value(point, field), muted(point));
    }

    public static @Nullable BigDecimal value(Result point, String field) {
        int minus = field.indexOf(RuleInput.MINUS);
        if (minus < 0) {
            String text = point.field(field);
            return text == null ? null : new BigDecimal(text);
        }
        BigDecimal first = value(point, field.substring(0, minus));
        BigDecimal second = value(point, field.substring(minus + RuleInput.MINUS.length()));
        return first == null || second == null ? null : first.subtract(second);
    }

    static boolean muted(Result point) {
        return StationStatus.MAINTENANCE.wireName().equals(point.field(STATUS));
    }

    private static boolean holds(Result point, String present, String expected) {
        BigDecimal there = value(point, present);
        BigDecimal due = value(point, expected);
        return due == null || (there != null && there.compareTo(due) >= 0);
    }
}
