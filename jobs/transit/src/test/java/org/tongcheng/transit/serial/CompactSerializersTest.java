package org.tongcheng.transit.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.transit.DurationCounts;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowCell;
import org.tongcheng.transit.window.WindowPart;

class CompactSerializersTest {

    @Property(tries = 500)
    void tapsComeBackAsTheyWere(@ForAll("taps") Tap tap) {
        assertThat(Serialized.through(TapSerializer.INSTANCE, tap)).isEqualTo(tap);
        Serialized.assertCopies(TapSerializer.INSTANCE, tap);
    }

    /** One serializer reads a whole stream, and texts that it has seen before are not made anew. */
    @Property(tries = 100)
    void oneSerializerReadsTapsOfManyStops(@ForAll("taps") Tap one, @ForAll("taps") Tap other) {
        TapSerializer serializer = TapSerializer.INSTANCE.duplicate();
        for (Tap tap : new Tap[] {one, other, one, one, other}) {
            assertThat(Serialized.through(serializer, tap)).isEqualTo(tap);
        }
    }

    @Example
    void aTextOfTheLongestShortFormAndOneBeyondComeBack() {
        for (int length : new int[] {0, 1, 252, 253, 254, 255, 256, 70_000}) {
            Tap tap = tap("t".repeat(length), "中".repeat(length), "s".repeat(length));
            assertThat(Serialized.through(TapSerializer.INSTANCE, tap)).isEqualTo(tap);
        }
    }

    @Example
    void anOrdinaryTapTakesAboutAHundredBytes() {
        Tap tap = tap("0123456789abcdef0123456789abcdef", "510100-0123", "route-12");
        assertThat(Serialized.bytes(TapSerializer.INSTANCE, tap).length).isLessThan(110);
    }

    @Property(tries = 300)
    void windowPartsComeBackAsTheyWere(@ForAll("parts") WindowPart part) {
        assertThat(Serialized.through(WindowPartSerializer.INSTANCE, part))
                .usingRecursiveComparison()
                .isEqualTo(part);
        Serialized.assertCopies(WindowPartSerializer.INSTANCE, part);
    }

    @Property(tries = 300)
    void windowCellsComeBackAsTheyWere(@ForAll("cells") WindowCell cell) {
        assertThat(Serialized.through(WindowCellSerializer.INSTANCE, cell))
                .usingRecursiveComparison()
                .isEqualTo(cell);
        Serialized.assertCopies(WindowCellSerializer.INSTANCE, cell);
    }

    private static Tap tap(String id, String stop, String route) {
        return new Tap(
                TransactionId.of(id),
                1,
                -2,
                3,
                4,
                20_517,
                new TapPlace("510100", stop, route, 1),
                "510600",
                FareAction.ENTER,
                false,
                200,
                20,
                false);
    }

    @Provide
    Arbitrary<Tap> taps() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.of("510100-天府广场", "𝄞 stop", "\u0000", "", "0123456789abcdeffedcba9876543210"));
        Arbitrary<String> optional = texts.injectNull(0.3);
        Arbitrary<long[]> numbers = Arbitraries.oneOf(
                        Arbitraries.longs(), Arbitraries.of(0L, -1L, FeedRecord.UNKNOWN_TIME, Long.MAX_VALUE))
                .array(long[].class)
                .ofSize(6);
        Arbitrary<Integer> modes = Arbitraries.integers().between(0, 12);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(
                        texts,
                        optional.list().ofSize(3),
                        numbers,
                        Arbitraries.integers(),
                        modes,
                        Arbitraries.of(FareAction.class),
                        flags,
                        flags)
                .as((id, names, number, day, mode, action, transfer, flagged) -> new Tap(
                        TransactionId.of(id),
                        number[0],
                        number[1],
                        number[2],
                        number[3],
                        day,
                        new TapPlace(id, names.get(1), names.get(2), mode),
                        names.get(0),
                        action,
                        transfer,
                        number[4],
                        number[5],
                        flagged));
    }

    @Provide
    Arbitrary<WindowPart> parts() {
        Arbitrary<String[]> tags = Arbitraries.strings()
                .ofMaxLength(60)
                .array(String[].class)
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(TransitWindow.class),
                        tags,
                        Arbitraries.longs(),
                        sums(),
                        tokens().injectNull(0.3),
                        durations().injectNull(0.3))
                .as(WindowPart::new);
    }

    @Provide
    Arbitrary<WindowCell> cells() {
        Arbitrary<Long> starts =
                Arbitraries.longs().between(-1_000_000, 4_000_000_000L).map(second -> second * 1000);
        return Combinators.combine(
                        starts,
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.of(true, false),
                        sums(),
                        tokens().injectNull(0.3),
                        durations().injectNull(0.3))
                .as(WindowCell::new);
    }

    private static Arbitrary<long[]> sums() {
        return Arbitraries.longs().array(long[].class).ofMaxSize(7);
    }

    private static Arbitrary<byte[]> tokens() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(400);
    }

    private static Arbitrary<DurationCounts> durations() {
        Arbitrary<Long> counts = Arbitraries.longs().filter(count -> count != 0);
        return Arbitraries.maps(Arbitraries.integers().between(0, 21_600), counts)
                .ofMaxSize(50)
                .map(all -> {
                    Map<Integer, Long> sorted = new TreeMap<>(all);
                    return new DurationCounts(
                            sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                            sorted.values().stream().mapToLong(Long::longValue).toArray());
                });
    }
}
