package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.time.BusinessTime;

class TapsByCardTest {

    private static final long NOON = 1_772_683_200_000L;

    /** Tokens that differ in one half only, and that want the same place. */
    @Property(tries = 500)
    void aCardInATableIsLikeACardAlone(@ForAll @Size(max = 200) List<@From("taps") CardTap> taps) {
        Log together = new Log();
        Log alone = new Log();
        TapsByCard table = new TapsByCard();
        Map<String, byte[]> cards = new HashMap<>();
        for (CardTap tap : taps) {
            table.add(tap, Long.MIN_VALUE, together);
            cards.compute(
                    nameOf(tap.tokenHigh(), tap.tokenLow()),
                    (name, packed) -> CardTaps.add(packed, tap.tap(), Long.MIN_VALUE, alone));
        }
        assertThat(together.heard).isEqualTo(alone.heard);
        assertThat(table.size()).isEqualTo(cards.size());
        assertThat(contentOf(table)).usingRecursiveComparison().isEqualTo(cards);
    }

    /** Enough of them to grow, to move together and to look a tap up among many. */
    @Test
    void manyCardsInATableAreLikeCardsAlone() {
        Random random = new Random(1);
        Log together = new Log();
        Log alone = new Log();
        TapsByCard table = new TapsByCard();
        Map<String, byte[]> cards = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            long token = random.nextInt(90);
            long time = NOON + i * 1000L - (random.nextInt(4) == 0 ? random.nextInt(3_000_000) : 0);
            String id = random.nextInt(3) == 0 ? "tap-" + i : String.format("%032x", i * 7L);
            GatedTap gated = new GatedTap(time, random.nextBoolean(), 510100, i, TransactionId.of(id));
            CardTap tap = new CardTap(token >> 4, token << 20, gated);
            table.add(tap, NOON - BusinessTime.DAY, together);
            cards.compute(
                    nameOf(tap.tokenHigh(), tap.tokenLow()),
                    (name, packed) -> CardTaps.add(packed, gated, NOON - BusinessTime.DAY, alone));
        }
        assertThat(together.heard).isEqualTo(alone.heard);
        assertThat(table.size()).isEqualTo(90);
        assertThat(contentOf(table)).usingRecursiveComparison().isEqualTo(cards);

        TapsByCard copy = table.copy();
        table.prune(NOON + 3_900_000);
        cards.replaceAll((name, packed) -> CardTaps.prune(packed, NOON + 3_900_000));
        cards.values().removeIf(packed -> packed == null);
        assertThat(table.size()).isEqualTo(cards.size()).isBetween(1, 89);
        assertThat(contentOf(table)).usingRecursiveComparison().isEqualTo(cards);
        assertThat(copy.size()).isEqualTo(90);

        TapsByCard again = new TapsByCard();
        copy.forEach(again::put);
        assertThat(contentOf(again)).usingRecursiveComparison().isEqualTo(contentOf(copy));
    }

    @Property(tries = 300)
    void pruningForgetsOldTapsAndTheCardsThatHaveNoOthers(@ForAll @Size(max = 100) List<@From("taps") CardTap> taps) {
        long oldestKept = NOON + BusinessTime.HOUR;
        TapsByCard table = new TapsByCard();
        taps.forEach(tap -> table.add(tap, Long.MIN_VALUE, new Log()));
        Map<String, byte[]> kept = contentOf(table);
        kept.replaceAll((name, packed) -> CardTaps.prune(packed, oldestKept));
        kept.values().removeIf(packed -> packed == null);

        table.prune(oldestKept);

        assertThat(contentOf(table)).usingRecursiveComparison().isEqualTo(kept);
        assertThat(table.size()).isEqualTo(kept.size());
    }

    private static String nameOf(long high, long low) {
        return high + " " + low;
    }

    private static Map<String, byte[]> contentOf(TapsByCard table) {
        Map<String, byte[]> content = new HashMap<>();
        table.forEach((high, low, packed) -> content.put(nameOf(high, low), packed));
        return content;
    }

    private static final class Log implements JourneyChanges {
        final List<String> heard = new ArrayList<>();

        @Override
        public void journey(int sign, GatedTap entrance, GatedTap exit) {
            heard.add(sign + " " + entrance.time() + " " + exit.time());
        }

        @Override
        public void unmatched(int sign, GatedTap tap) {
            heard.add(sign + " " + tap.time());
        }
    }

    @Provide
    Arbitrary<CardTap> taps() {
        Arbitrary<Long> halves = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().between(0, 40).map(number -> number << 20),
                Arbitraries.longs());
        Arbitrary<GatedTap> gated = Combinators.combine(
                        Arbitraries.longs().between(0, 180).map(minute -> NOON + minute * BusinessTime.MINUTE),
                        Arbitraries.of(true, false),
                        Arbitraries.strings().alpha().ofLength(2))
                .as((time, exit, id) -> new GatedTap(time, exit, 510100, 200, TransactionId.of(id)));
        return Combinators.combine(halves, halves, gated).as(CardTap::new);
    }
}
