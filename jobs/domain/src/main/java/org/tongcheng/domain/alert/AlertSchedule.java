package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongcheng.domain.time.BusinessTime;

/**
 * When a rule applies, in the business zone. Outside of it, it is muted.
 *
 * @param days of the week, by the day of the moment itself
 * @param fromHour first hour, 0 to 23
 * @param toHour hour at which it ends, 1 to 24; at or before {@code fromHour} it is the next day's
 */
public record AlertSchedule(Set<DayOfWeek> days, int fromHour, int toHour) implements Serializable {

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    public static final AlertSchedule ALWAYS = new AlertSchedule(Set.copyOf(EnumSet.allOf(DayOfWeek.class)), 0, 24);

    public boolean covers(long moment, BusinessTime time) {
        if (fromHour == 0 && toHour == HOURS && days.size() == DAYS) {
            return true;
        }
        ZonedDateTime local = Instant.ofEpochMilli(moment).atZone(time.zone());
        int hour = local.getHour();
        boolean within = fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
        return within && days.contains(local.getDayOfWeek());
    }

    /**
     * When it begins to apply, within a time.
     *
     * @param from first moment that counts
     * @param to last moment that counts
     * @return in order; none when it always applies
     */
    public List<Long> openings(long from, long to, BusinessTime time) {
        List<Long> openings = new ArrayList<>();
        if (equals(ALWAYS) || from > to) {
            return openings;
        }
        LocalDate last = time.dayOf(to);
        for (LocalDate day = time.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (int hour : new int[] {0, fromHour}) {
                long moment =
                        day.atTime(hour, 0).atZone(time.zone()).toInstant().toEpochMilli();
                boolean opens = covers(moment, time) && !covers(moment - 1, time);
                if (opens && moment >= from && moment <= to && !openings.contains(moment)) {
                    openings.add(moment);
                }
            }
        }
        return openings;
    }
}
