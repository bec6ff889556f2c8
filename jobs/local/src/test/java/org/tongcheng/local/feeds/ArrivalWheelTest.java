package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tongcheng.reference.Route;
import org.tongcheng.reference.Stop;

class ArrivalWheelTest {

    private static final int START = 80_000;
    private static final Place PLACE = new Place(
            new Stop("s", "S", "990100", "r", 104.0, 30.0, null, null),
            new Route("r", "R", 3, "a", "990100"),
            "990100");
    private static final Card CARD = new Card(Card.Category.ADULT, true, "990100", null);

    @Property(tries = 100)
    void givesTapsBySecondAndWithinASecondAsTheyCame(@ForAll List<@IntRange(max = 43_199) Integer> delays) {
        ArrivalWheel wheel = new ArrivalWheel(START);
        List<Integer> expected = new ArrayList<>();
        for (int index = 0; index < delays.size(); index++) {
            PendingTap tap = new PendingTap(PLACE, CARD);
            tap.unit = index;
            wheel.add(tap, START + delays.get(index));
            expected.add(index);
        }
        expected.sort(Comparator.comparing(delays::get));
        List<Integer> given = new ArrayList<>();
        while (wheel.size() > 0) {
            PendingTap tap = wheel.poll();
            if (tap == null) {
                wheel.advance();
            } else {
                given.add(tap.unit);
                assertThat(wheel.now()).isEqualTo(START + delays.get(tap.unit));
            }
        }

        assertThat(given).isEqualTo(expected);
        assertThat(wheel.mostAtOnce()).isEqualTo(delays.size());
    }

    @Test
    void refusesWhatLiesPastOrTooFarAhead() {
        ArrivalWheel wheel = new ArrivalWheel(START);

        assertThatThrownBy(() -> wheel.add(new PendingTap(PLACE, CARD), START - 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wheel.add(new PendingTap(PLACE, CARD), START + 12 * 3600))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
