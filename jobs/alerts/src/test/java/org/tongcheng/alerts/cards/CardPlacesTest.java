package org.tongcheng.alerts.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CardPlacesTest {

    @Test
    void tellsOfEachCardWhatWasAddedToIt() throws Exception {
        CardPlaces places = new CardPlaces();
        Map<String, long[]> expected = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            // Few lower halves, so that cards share spots.
            long high = random.nextInt(300);
            long low = (long) random.nextInt(100) << 20;
            long place = random.nextLong();
            places.add(high, low, place);
            expected.merge(high + ":" + low, new long[] {place}, CardPlacesTest::joined);
        }

        Map<String, long[]> told = new HashMap<>();
        places.forEach((high, low, chain) ->
                assertThat(told.put(high + ":" + low, chain)).isNull());

        assertThat(told).containsOnlyKeys(expected.keySet());
        told.values().forEach(Arrays::sort);
        expected.forEach((card, chain) -> {
            Arrays.sort(chain);
            assertThat(told.get(card)).isEqualTo(chain);
        });
    }

    @Test
    void noneIsToldWhereNoneWas() throws Exception {
        new CardPlaces().forEach((high, low, chain) -> {
            throw new AssertionError("a card that never was");
        });
    }

    private static long[] joined(long[] one, long[] other) {
        return LongStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }
}
