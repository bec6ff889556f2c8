package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeedsPlanTest {

    private static final FeedsPlan PLAN = FeedsPlan.of(1, Chengdu.THURSDAY);

    @Test
    void isAWholeDayWithEverythingUnlessToldOtherwise() {
        assertThat(PLAN).isEqualTo(new FeedsPlan(1, Chengdu.THURSDAY, 0, 24, 1_000_000, true, true, false));
    }

    @Test
    void changesOneThingAtATime() {
        assertThat(PLAN.during(7, 2)
                        .withTapsPerDay(5_000)
                        .withFaults(false)
                        .withIncidents(false)
                        .withCleanArrival(true))
                .isEqualTo(new FeedsPlan(1, Chengdu.THURSDAY, 7, 2, 5_000, false, false, true));
    }

    @Test
    void refusesWhatNoDayCanHold() {
        assertThatThrownBy(() -> PLAN.withTapsPerDay(999)).hasMessageContaining("1,000 to 20,000,000 taps, not 999");
        assertThatThrownBy(() -> PLAN.withTapsPerDay(20_000_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAN.during(24, 1)).hasMessageContaining("0..23, not 24");
        assertThatThrownBy(() -> PLAN.during(0, 0)).hasMessageContaining("1 to 744 hours, not 0");
        assertThatThrownBy(() -> PLAN.during(0, 745)).isInstanceOf(IllegalArgumentException.class);
    }
}
