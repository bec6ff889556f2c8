package org.tongcheng.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TransactionIdTest {

    private static final String HEX = "0123456789abcdeffedcba9876543210";
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long OTHER_SEED = 0xC2B2AE3D27D4EB4FL;

    @Test
    void thirtyTwoHexDigitsAreHeldAsBits() {
        assertThat(TransactionId.of(HEX))
                .isEqualTo(new TransactionId(0x0123456789abcdefL, 0xfedcba9876543210L, null))
                .hasToString(HEX);
    }

    @Test
    void anyOtherTextIsHeldAsItIs() {
        for (String text :
                new String[] {HEX + "0", HEX.substring(1), HEX.replace('a', 'A'), HEX.replace('0', 'g'), "中"}) {
            assertThat(TransactionId.of(text))
                    .isEqualTo(new TransactionId(0, 0, text))
                    .hasToString(text);
        }
    }

    @Test
    void areInTheOrderOfTheirTexts() {
        List<String> sorted = List.of(
                "00000000000000000000000000000000",
                "00000000000000000000000000000001",
                "0000000000000000f000000000000000",
                "0000000000000001f000000000000000",
                "0g",
                "a0000000000000000000000000000000",
                "zz");
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                int order = TransactionId.of(sorted.get(i)).compareTo(TransactionId.of(sorted.get(j)));
                assertThat(Integer.signum(order)).isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Property
    void keepsTheTextItsEqualityAndItsOrder(@ForAll("texts") String one, @ForAll("texts") String other) {
        TransactionId first = TransactionId.of(one);
        TransactionId second = TransactionId.of(other);
        assertThat(first).hasToString(one);
        assertThat(first.equals(second)).isEqualTo(one.equals(other));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(one.compareTo(other)));
        assertThat(first.hash(SEED)).isEqualTo(TransactionId.of(one).hash(SEED));
    }

    /** Buckets and places in them take bits of two hashes: each must tell ids apart, and so must any part of both. */
    @Test
    void hashesOfManyIdsDiffer() {
        for (Stream<TransactionId> ids : Set.of(
                numbers().mapToObj(i -> TransactionId.of("T" + i)),
                numbers().mapToObj(i -> new TransactionId(0, i, null)),
                numbers().mapToObj(i -> new TransactionId((long) i << 40, 0, null)))) {
            Set<Long> hashes = new HashSet<>();
            Set<Long> others = new HashSet<>();
            Set<Long> parts = new HashSet<>();
            ids.forEach(id -> {
                hashes.add(id.hash(SEED));
                others.add(id.hash(OTHER_SEED));
                parts.add(id.hash(SEED) >>> 44 << 20 | (id.hash(OTHER_SEED) & 0xFFFFF));
            });
            assertThat(hashes).hasSize(200_000);
            assertThat(others).hasSize(200_000);
            // Of 2e10 pairs in 1e12 places about 0.02 meet by chance.
            assertThat(parts).hasSizeGreaterThanOrEqualTo(199_998);
        }
    }

    private static IntStream numbers() {
        return IntStream.range(0, 200_000);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0f").ofLength(32),
                Arbitraries.strings().withChars("0fF").ofLength(32),
                Arbitraries.strings().alpha().ofMaxLength(3));
    }
}
