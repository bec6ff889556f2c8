package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
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
}
