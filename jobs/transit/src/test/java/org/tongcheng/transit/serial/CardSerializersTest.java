package org.tongcheng.transit.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.domain.transit.GatedTap;
import org.tongcheng.domain.transit.JourneyChanges;
import org.tongcheng.domain.transit.TapsByCard;

class CardSerializersTest {

    @Property(tries = 300)
    void tapsOfCardsComeBackAsTheyWere(@ForAll("taps") CardTap tap) {
        assertThat(Serialized.through(CardTapSerializer.INSTANCE, tap))
                .usingRecursiveComparison()
                .isEqualTo(tap);
        Serialized.assertCopies(CardTapSerializer.INSTANCE, tap);
    }

    @Property(tries = 200)
    void bucketsOfCardsComeBackAsTheyWere(@ForAll @Size(max = 60) List<@From("taps") CardTap> taps) {
        TapsByCard cards = bucketOf(taps);
        assertThat(contentOf(Serialized.through(TapsByCardSerializer.INSTANCE, cards)))
                .isEqualTo(contentOf(cards))
                .hasSize(cards.size());
        byte[] bytes = Serialized.bytes(TapsByCardSerializer.INSTANCE, cards);
        assertThat(Serialized.copied(TapsByCardSerializer.INSTANCE, bytes)).hasSameSizeAs(bytes);
    }

    /** State that a snapshot reads while the operator writes on must be a copy of its own. */
    @Property(tries = 200)
    void aCopyOfABucketIsIndependent(
            @ForAll @Size(max = 30) List<@From("taps") CardTap> taps, @ForAll("taps") CardTap another) {
        TapsByCard cards = bucketOf(taps);
        Map<String, String> before = contentOf(cards);
        TapsByCard copy = TapsByCardSerializer.INSTANCE.copy(cards);
        TapsByCard copyWithReuse = TapsByCardSerializer.INSTANCE.copy(cards, new TapsByCard());
        cards.add(another, Long.MIN_VALUE, Unheard.CHANGES);
        assertThat(contentOf(copy)).isEqualTo(before);
        assertThat(contentOf(copyWithReuse)).isEqualTo(before);
        assertThat(TapsByCardSerializer.INSTANCE.isImmutableType()).isFalse();
    }

    private static TapsByCard bucketOf(List<CardTap> taps) {
        TapsByCard cards = new TapsByCard();
        taps.forEach(tap -> cards.add(tap, Long.MIN_VALUE, Unheard.CHANGES));
        return cards;
    }

    private static Map<String, String> contentOf(TapsByCard cards) {
        Map<String, String> content = new TreeMap<>();
        cards.forEach((high, low, packed) -> content.put(high + " " + low, Arrays.toString(packed)));
        return content;
    }

    /** Pairing is the domain's: here only what is kept matters. */
    private enum Unheard implements JourneyChanges {
        CHANGES;

        @Override
        public void journey(int sign, GatedTap entrance, GatedTap exit) {}

        @Override
        public void unmatched(int sign, GatedTap tap) {}
    }

    @Provide
    Arbitrary<CardTap> taps() {
        Arbitrary<GatedTap> gated = Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(110_000, 659_999),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.oneOf(
                                Arbitraries.strings()
                                        .withChars("0123456789abcdef")
                                        .ofLength(32),
                                Arbitraries.strings().ofMaxLength(40)))
                .as((time, exit, city, amount, id) -> new GatedTap(time, exit, city, amount, TransactionId.of(id)));
        return Combinators.combine(Arbitraries.longs().between(-3, 3), Arbitraries.longs(), gated)
                .as(CardTap::new);
    }
}
