package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a day.
 *
 * @param found their first record is dated then
 * @param resolved they were resolved then, and still are at the end of the day
 * @param retracted they were retracted then, and still are at the end of the day
 * @param timeToResolve median of the seconds from the onset to the resolution of those resolved; null when there are none
 * @param handling at the end of the day, of all that went on at some time of the day and are not retracted at its end
 */
public record AlertDay(
        long found, long resolved, long retracted, @Nullable BigDecimal timeToResolve, HandlingCounts handling) {

    private static final int MILLIS = 3;

    /**
     * @param start first moment of the day, epoch milliseconds
     * @param end first moment of the next
     * @param allowedMillis from the onset to the acknowledgement
     */
    public static AlertDay of(Collection<AlertStory> alerts, long start, long end, long allowedMillis) {
        long found = 0;
        long retracted = 0;
        List<Long> durations = new ArrayList<>();
        List<AlertHandling> handled = new ArrayList<>();
        for (AlertStory alert : alerts) {
            found += alert.foundAt() >= start && alert.foundAt() < end ? 1 : 0;
            AlertStory.Life last = alert.lifeBefore(end);
            if (last == null) {
                continue;
            }
            boolean today = last.at() >= start;
            if (today && last.state() == AlertState.RESOLVED) {
                durations.add(last.at() - alert.onset());
            }
            retracted += today && last.state() == AlertState.RETRACTED ? 1 : 0;
            if (last.state() != AlertState.RETRACTED && alert.wentOn(start, end)) {
                handled.add(alert.handlingBefore(end));
            }
        }
        HandlingCounts counts = HandlingCounts.of(handled, end, allowedMillis);
        return new AlertDay(found, durations.size(), retracted, median(durations), counts);
    }

    /** Whether no alert has to do with the day. */
    public boolean isEmpty() {
        return found + resolved + retracted + handling.open() + handling.acknowledged() + handling.rectified() == 0;
    }

    private static @Nullable BigDecimal median(List<Long> millis) {
        if (millis.isEmpty()) {
            return null;
        }
        List<Long> sorted = millis.stream().sorted().toList();
        long lower = sorted.get((sorted.size() - 1) / 2);
        long upper = sorted.get(sorted.size() / 2);
        return BigDecimal.valueOf(lower)
                .add(BigDecimal.valueOf(upper))
                .divide(BigDecimal.valueOf(2), 0, RoundingMode.HALF_EVEN)
                .movePointLeft(MILLIS);
    }
}
