package org.tongcheng.alerts.watch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.time.BusinessTime;

/** Counts of minutes or quarters summed up to hours of the business zone; a minute without a point counts nothing. */
public final class HourSums {

    private HourSums() {}

    /**
     * One reading for each hour that has a minute, dated at its start.
     *
     * @param minutes in order of time
     * @param from hours that start before are left out
     * @param to hours that start then or later are left out
     */
    public static List<Reading> of(List<Reading> minutes, long from, long to, BusinessTime time) {
        List<Reading> hours = new ArrayList<>();
        long hour = Long.MIN_VALUE;
        BigDecimal sum = null;
        for (Reading minute : minutes) {
            long start = minute.time() - hour < BusinessTime.HOUR && hour != Long.MIN_VALUE
                    ? hour
                    : time.startOfHour(minute.time());
            if (start != hour) {
                add(hours, hour, sum);
                hour = start;
                sum = null;
            }
            if (start >= from && start < to) {
                BigDecimal value = minute.value() == null ? BigDecimal.ZERO : minute.value();
                sum = sum == null ? value : sum.add(value);
            }
        }
        add(hours, hour, sum);
        return hours;
    }

    private static void add(List<Reading> hours, long hour, @Nullable BigDecimal sum) {
        if (sum != null) {
            hours.add(new Reading(hour, sum, false));
        }
    }
}
