package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DeparturesTest {

    private static final DayProfile PROFILE = Demand.metro().toWork();

    @Property(tries = 200)
    void everyRiderSetsOutOnceInOrderOfTime(
            @ForAll @IntRange(max = 3_000) int riders, @ForAll long salt, @ForAll boolean mixed) {
        Departures departures = new Departures(2, riders, PROFILE, salt, mixed);
        BitSet seen = new BitSet();
        int before = 2 * Timeline.DAY;
        while (departures.start() != Departures.NONE) {
            assertThat(departures.start()).isBetween(before, 3 * Timeline.DAY - 1);
            before = departures.start();
            seen.set(departures.member());
            departures.advance();
        }

        assertThat(seen.cardinality()).isEqualTo(riders);
        assertThat(seen.length()).isEqualTo(riders);
    }

    @Property(tries = 50)
    void whoSetsOutFirstReturnsFirstUnlessMixed(@ForAll @IntRange(min = 1, max = 500) int riders, @ForAll long salt) {
        List<Integer> out = members(new Departures(1, riders, Demand.metro().errandsOut(), salt, false));
        List<Integer> back = members(new Departures(1, riders, Demand.metro().errandsBack(), salt + 1, false));

        assertThat(back).isEqualTo(out);
    }

    private static List<Integer> members(Departures departures) {
        List<Integer> members = new ArrayList<>();
        while (departures.start() != Departures.NONE) {
            members.add(departures.member());
            departures.advance();
        }
        return members;
    }
}
