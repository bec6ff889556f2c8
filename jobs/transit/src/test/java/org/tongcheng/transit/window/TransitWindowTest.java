package org.tongcheng.transit.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.transit.SampleTap.MIDNIGHT;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

class TransitWindowTest {

    private static final long LATENESS = Feed.TRANSIT_TAPS.lateness().toMillis();

    @ParameterizedTest
    @CsvSource({
        "STOP, transit_stop_1m, 1",
        "ROUTE, transit_route_15m, 15",
        "CITY_MINUTE, transit_city_1m, 1",
        "CITY_HOUR, transit_city_1h, 60",
        "CITY_DAY, transit_city_1d, 1440",
        "ROAMING, transit_roaming_1h, 60",
        "ORIGIN_DESTINATION, transit_od_1h, 60"
    })
    void isDueAtItsEnd(TransitWindow window, String measurement, int minutes) {
        assertThat(window.measurement().wireName()).isEqualTo(measurement);
        assertThat(window.dueAt(MIDNIGHT)).isEqualTo(MIDNIGHT + minutes * BusinessTime.MINUTE);
    }

    @Test
    void unmatchedTapsWaitForTheLastExitThatMayComeInTime() {
        assertThat(TransitWindow.UNMATCHED.dueAt(MIDNIGHT)).isEqualTo(MIDNIGHT + 7 * BusinessTime.HOUR);
    }

    @ParameterizedTest
    @CsvSource({"STOP, 1", "CITY_MINUTE, 1", "ROUTE, 6", "CITY_HOUR, 1", "ROAMING, 1", "CITY_DAY, 24", "UNMATCHED, 1"})
    void aBlockHoldsTheWindowsOfItsHours(TransitWindow window, int hours) {
        long block = window.blockOf(MIDNIGHT);
        assertThat(block).isLessThanOrEqualTo(MIDNIGHT);
        assertThat(window.blockOf(MIDNIGHT + (window == TransitWindow.CITY_DAY ? 0 : BusinessTime.HOUR - 1)))
                .isLessThanOrEqualTo(MIDNIGHT + BusinessTime.HOUR - 1);
        assertThat(window.deathOf(block, LATENESS))
                .isEqualTo(block + hours * BusinessTime.HOUR + LATENESS + BusinessTime.DAY);
    }

    @Test
    void daysOfAnyZoneAreTheirOwnBlock() {
        assertThat(TransitWindow.CITY_DAY.blockOf(MIDNIGHT)).isEqualTo(MIDNIGHT);
    }

    /** A tap may come until the watermark is the accepted lateness past it. */
    @Property
    void noBlockDiesWhileATapOfItMayCome(
            @ForAll TransitWindow window, @ForAll @LongRange(min = -100_000, max = 60_000_000) long minute) {
        long start = window.blockOf(minute * BusinessTime.MINUTE);
        long lastStart = Math.max(start, minute * BusinessTime.MINUTE);
        long death = window.deathOf(window.blockOf(lastStart), LATENESS);
        assertThat(window.blockOf(lastStart)).isEqualTo(start);
        assertThat(death).isGreaterThan(window.dueAt(start)).isGreaterThan(start + LATENESS);
    }
}
