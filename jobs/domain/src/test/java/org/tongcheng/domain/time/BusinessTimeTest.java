package org.tongcheng.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    private static final BusinessTime CHENGDU = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    private static final BusinessTime DELHI = new BusinessTime(ZoneId.of("Asia/Kolkata"));

    @Test
    void anHourThatEndsAtMidnightBelongsToTheDayBefore() {
        long midnight = at("2026-02-28T16:00:00Z");
        assertThat(CHENGDU.dayOf(midnight)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(CHENGDU.dayOfHourEnding(midnight)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(CHENGDU.startOf(LocalDate.of(2026, 3, 1))).isEqualTo(midnight);
    }

    @Test
    void hoursAndSlotsAreTheZones() {
        long moment = at("2026-03-05T06:44:59Z");
        assertThat(CHENGDU.startOfHour(moment)).isEqualTo(at("2026-03-05T06:00:00Z"));
        assertThat(DELHI.startOfHour(moment)).isEqualTo(at("2026-03-05T06:30:00Z"));
        assertThat(CHENGDU.startOfSlot(moment, 4)).isEqualTo(at("2026-03-05T04:00:00Z"));
        assertThat(CHENGDU.startOfSlot(at("2026-03-05T04:00:00Z"), 4)).isEqualTo(at("2026-03-05T04:00:00Z"));
    }

    /** Kathmandu is a quarter of an hour off, Lord Howe sets its clock by half an hour, Shanghai did so by whole ones. */
    @Property(tries = 2000)
    void daysAndHoursAreTheCalendars(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 500_000_000_000L, max = 2_000_000_000_000L) long time) {
        BusinessTime business = new BusinessTime(zone);
        for (ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochMilli(time));
                change != null && change.toEpochSecond() * 1000 < time + 400 * BusinessTime.DAY;
                change = zone.getRules().nextTransition(change.getInstant())) {
            for (long minutes = -90; minutes <= 90; minutes += 10) {
                isTheCalendars(business, change.toEpochSecond() * 1000 + minutes * BusinessTime.MINUTE);
            }
        }
        isTheCalendars(business, time);
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Berlin", "UTC")
                .map(ZoneId::of);
    }

    private static void isTheCalendars(BusinessTime business, long time) {
        ZonedDateTime moment = Instant.ofEpochMilli(time).atZone(business.zone());
        assertThat(business.dayOf(time)).isEqualTo(moment.toLocalDate());
        assertThat(business.startOfHour(time))
                .isEqualTo(moment.truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli());
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
