package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DemandTest {

    @Test
    void itsPartsMakeTheWhole() {
        for (Demand demand : List.of(Demand.metro(), Demand.bus())) {
            double commuters = demand.commuterShare();
            double errands = (1 - 2 * commuters) / 2;
            for (int second = 0; second < Timeline.DAY; second += DayProfile.SLOT_SECONDS) {
                double parts = commuters
                                * (demand.toWork().shareBefore(second)
                                        + demand.home().shareBefore(second))
                        + errands
                                * (demand.errandsOut().shareBefore(second)
                                        + demand.errandsBack().shareBefore(second));
                assertThat(parts).isCloseTo(demand.whole().shareBefore(second), within(1e-9));
            }
        }
    }

    @Test
    void commutersGoInTheMorningAndReturnInTheEvening() {
        assertThat(Demand.metro().commuterShare()).isBetween(0.3, 0.4);
        assertThat(Demand.metro().toWork().shareBefore(12 * Timeline.HOUR)).isEqualTo(1);
        assertThat(Demand.metro().home().shareBefore(15 * Timeline.HOUR)).isZero();
    }

    @Property
    void theSecondOfAShareIsWhereThatShareHasBegun(
            @ForAll @DoubleRange(min = 0, max = 0.999999) @Scale(6) double share) {
        DayProfile profile = Demand.bus().whole();

        assertThat(profile.shareBefore(profile.secondAt(share))).isCloseTo(share, within(0.0001));
    }
}
