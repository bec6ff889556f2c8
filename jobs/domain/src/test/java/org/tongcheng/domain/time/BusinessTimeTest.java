package org.tongcheng.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
