package org.tongcheng.domain.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.time.BusinessTime;

class CardTapsTest {

    private static final long NOON = 1_772_683_200_000L;

    @Test
    void pairsAnEntranceWithTheExitRightAfterIt() {
        Pairing pairing = new Pairing();
        pairing.add(entrance(0, "a"));
        pairing.add(exit(30, "b"));
        assertThat(pairing.counts()).isEqualTo(Map.of("a>b", 1));
    }

    @Test
    void pairsAgainWhenATapArrivesLate() {
        Pairing pairing = new Pairing();
        pairing.add(entrance(0, "a"));
        pairing.add(exit(50, "d"));
        pairing.add(exit(20, "b"));
        assertThat(pairing.counts()).isEqualTo(Map.of("a>b", 1, "d", 1));
        pairing.add(entrance(30, "c"));
        assertThat(pairing.counts()).isEqualTo(Map.of("a>b", 1, "c>d", 1));
    }

    @Test
    void sixHoursAreAJourneyAndOneMillisecondMoreIsNot() {
        Pairing pairing = new Pairing();
        pairing.add(entrance(0, "a"));
        pairing.add(exit(360, "b"));
        assertThat(pairing.counts()).isEqualTo(Map.of("a>b", 1));

        Pairing longer = new Pairing();
        longer.add(entrance(0, "a"));
        longer.add(new GatedTap(NOON + CardTaps.LONGEST_JOURNEY + 1, true, 510100, 400, TransactionId.of("b")));
        assertThat(longer.counts()).isEqualTo(Map.of("a", 1, "b", 1));
    }

    @Test
    void anExitInTheSameSecondComesBeforeTheEntrance() {
        Pairing pairing = new Pairing();
        pairing.add(entrance(0, "a"));
        pairing.add(exit(10, "c"));
        pairing.add(entrance(10, "b"));
        pairing.add(exit(20, "d"));
        assertThat(pairing.counts()).isEqualTo(Map.of("a>c", 1, "b>d", 1));
    }

    @Test
    void theSameTapAgainChangesNothing() {
        Pairing pairing = new Pairing();
        pairing.add(entrance(0, "a"));
        pairing.add(entrance(0, "a"));
        assertThat(pairing.counts()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void forgetsWhatIsTooOldAndTheCardWithItsLastTap() {
        byte[] packed = CardTaps.add(null, entrance(0, "a"), 0, new Pairing());
        packed = CardTaps.add(packed, exit(30, "b"), 0, new Pairing());
        assertThat(CardTaps.prune(packed, NOON)).isSameAs(packed);
        byte[] kept = CardTaps.prune(packed, NOON + 1);
        assertThat(PackedTaps.unpack(kept)).map(GatedTap::time).containsExactly(NOON + 30 * BusinessTime.MINUTE);
        assertThat(CardTaps.prune(packed, NOON + BusinessTime.DAY)).isNull();
    }

    @Test
    void packsIdsOfAnyFormAndLength() {
        List<GatedTap> taps = new ArrayList<>();
        for (String id : new String[] {"a", "0123456789abcdeffedcba9876543210", "编号".repeat(90), "", "x".repeat(300)}) {
            taps.add(new GatedTap(NOON + taps.size() * 1001L, true, 510100, 7, TransactionId.of(id)));
        }
        byte[] packed = PackedTaps.pack(taps);
        assertThat(PackedTaps.unpack(packed)).isEqualTo(taps);
        assertThat(PackedTaps.newest(packed, 0)).isEqualTo(taps.get(4));
        assertThat(PackedTaps.oldestTime(packed)).isEqualTo(NOON);
        assertThat(PackedTaps.unpack(PackedTaps.pack(taps.subList(0, 2)))).isEqualTo(taps.subList(0, 2));
    }

    @Test
    void keepsANewTapHoweverOldItIs() {
        byte[] packed = CardTaps.add(null, entrance(30, "b"), 0, new Pairing());
        packed = CardTaps.add(packed, entrance(0, "a"), NOON + BusinessTime.DAY, new Pairing());
        assertThat(PackedTaps.unpack(packed)).hasSize(2);
        packed = CardTaps.add(packed, entrance(10, "c"), NOON + BusinessTime.DAY, new Pairing());
        assertThat(PackedTaps.unpack(packed)).hasSize(2);
    }

    @Property(tries = 2000)
    void arrivalOrderDoesNotMatter(@ForAll("cards") List<GatedTap> taps, @ForAll Random order) {
        Pairing inOrder = new Pairing();
        taps.stream().sorted(GatedTap.ORDER).forEach(inOrder::add);
        List<GatedTap> shuffled = new ArrayList<>(taps);
        Collections.shuffle(shuffled, order);
        Pairing arrived = new Pairing();
        shuffled.forEach(arrived::add);
        assertThat(arrived.counts()).isEqualTo(inOrder.counts()).isEqualTo(pairedFromScratch(taps));
    }

    @Property(tries = 1000)
    void packingLosesNothingAndAppendingEqualsPacking(@ForAll("cards") List<GatedTap> taps) {
        List<GatedTap> sorted = taps.stream().sorted(GatedTap.ORDER).toList();
        byte[] packed = PackedTaps.pack(sorted);
        assertThat(PackedTaps.unpack(packed))
                .map(CardTapsTest::shown)
                .isEqualTo(sorted.stream().map(CardTapsTest::shown).toList());
        if (!sorted.isEmpty()) {
            assertThat(PackedTaps.oldestTime(packed)).isEqualTo(sorted.get(0).time());
        }
        if (sorted.size() > 1) {
            byte[] older = PackedTaps.pack(sorted.subList(0, sorted.size() - 1));
            assertThat(CardTaps.add(older, sorted.get(sorted.size() - 1), Long.MIN_VALUE, new Pairing()))
                    .isEqualTo(packed);
        }
    }

    @Provide
    Arbitrary<List<GatedTap>> cards() {
        Arbitrary<Long> times = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(0, 30).map(minute -> NOON + minute * 1000)),
                net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(0, 2880).map(minute -> NOON + minute * 60_000)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(NOON, NOON + 40_000_000)));
        Arbitrary<String> ids = Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(32),
                Arbitraries.strings().withCharRange('0', 'z').ofMinLength(1).ofMaxLength(20),
                Arbitraries.strings().withCharRange('一', '三').ofMinLength(1).ofMaxLength(5));
        return Combinators.combine(
                        times,
                        Arbitraries.of(true, false),
                        Arbitraries.of(510100, 510600, 12000),
                        Arbitraries.longs().between(0, 100_000),
                        ids)
                .as((time, exit, city, amount, id) -> new GatedTap(time, exit, city, amount, TransactionId.of(id)))
                .list()
                .uniqueElements(tap -> tap.id().toString())
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    private static Map<String, Integer> pairedFromScratch(List<GatedTap> taps) {
        List<GatedTap> sorted = taps.stream().sorted(GatedTap.ORDER).toList();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            GatedTap tap = sorted.get(i);
            GatedTap next = i + 1 < sorted.size() ? sorted.get(i + 1) : null;
            if (!tap.exit() && next != null && next.exit() && next.time() - tap.time() <= CardTaps.LONGEST_JOURNEY) {
                found.put(name(tap) + ">" + name(next), 1);
                i++;
            } else {
                found.put(name(tap), 1);
            }
        }
        return found;
    }

    private static String shown(GatedTap tap) {
        return tap.time() + " " + tap.exit() + " " + tap.cityCode() + " " + tap.amountFen() + " " + name(tap);
    }

    private static String name(GatedTap tap) {
        return tap.id().toString();
    }

    private static GatedTap entrance(int minute, String id) {
        return new GatedTap(NOON + minute * BusinessTime.MINUTE, false, 510100, 0, TransactionId.of(id));
    }

    private static GatedTap exit(int minute, String id) {
        return new GatedTap(NOON + minute * BusinessTime.MINUTE, true, 510100, 400, TransactionId.of(id));
    }

    /** What stands after all changes: journeys as {@code entrance>exit}, lone taps by their id. */
    private static final class Pairing implements JourneyChanges {
        private final Map<String, Integer> counts = new HashMap<>();
        private byte[] packed;

        void add(GatedTap tap) {
            packed = CardTaps.add(packed, tap, 0, this);
        }

        Map<String, Integer> counts() {
            return counts;
        }

        @Override
        public void journey(int sign, GatedTap entrance, GatedTap exit) {
            change(name(entrance) + ">" + name(exit), sign);
        }

        @Override
        public void unmatched(int sign, GatedTap tap) {
            change(name(tap), sign);
        }

        private void change(String what, int sign) {
            counts.merge(what, sign, Integer::sum);
            counts.values().removeIf(count -> count == 0);
        }
    }
}
