package org.tongcheng.transit.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class UniqueTokensTest {

    private static final int FAR_ABOVE_NOMINAL = 60_000;
    private static final long[][] MANY = tokens(1, FAR_ABOVE_NOMINAL);
    private static final byte[] MANY_AT_ONCE = sketch(Arrays.asList(MANY));

    @Property(tries = 60)
    void unionIsCommutativeAndAssociative(
            @ForAll long seed, @ForAll @IntRange(max = 40_000) int size, @ForAll @IntRange(max = 300) int small) {
        byte[] one = sketch(Arrays.asList(tokens(seed, size)));
        byte[] other = sketch(Arrays.asList(tokens(seed + 1, small)));
        byte[] third = sketch(Arrays.asList(tokens(seed, size / 2 + 1)));

        assertThat(UniqueTokens.union(one, other)).isEqualTo(UniqueTokens.union(other, one));
        assertThat(UniqueTokens.union(UniqueTokens.union(one, other), third))
                .isEqualTo(UniqueTokens.union(one, UniqueTokens.union(other, third)));
    }

    @Property(tries = 30)
    void unionWithItselfOrWithAPartOfItselfChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40_000) int size) {
        byte[] whole = sketch(Arrays.asList(tokens(seed, size)));
        byte[] part = sketch(Arrays.asList(tokens(seed, size)).subList(0, size / 2));
        assertThat(UniqueTokens.union(whole, whole)).isEqualTo(whole);
        assertThat(UniqueTokens.union(whole, part)).isEqualTo(whole);
        assertThat(UniqueTokens.union(part, whole)).isEqualTo(whole);
    }

    @Property(tries = 30)
    void theSketchIsTheSameHoweverTheTokensAreSplitAndOrdered(
            @ForAll @LongRange(min = 1) long seed, @ForAll @IntRange(min = 1, max = 40) int parts) {
        Random random = new Random(seed);
        List<long[]> shuffled = new ArrayList<>(Arrays.asList(MANY));
        Collections.shuffle(shuffled, random);
        List<UniqueTokens.Gathering> gatherings = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            gatherings.add(new UniqueTokens.Gathering());
        }
        for (long[] token : shuffled) {
            gatherings.get(random.nextInt(parts)).add(token[0], token[1]);
            if (random.nextInt(4) == 0) {
                gatherings.get(random.nextInt(parts)).add(token[0], token[1]);
            }
        }
        byte[] all = gatherings.get(0).bytes();
        for (int i = 1; i < parts; i++) {
            byte[] next = gatherings.get(i).bytes();
            all = random.nextBoolean() ? UniqueTokens.union(all, next) : UniqueTokens.union(next, all);
        }
        assertThat(all).isEqualTo(MANY_AT_ONCE);
        assertThat(UniqueTokens.estimate(all)).isEqualTo(UniqueTokens.estimate(MANY_AT_ONCE));
    }

    /** The last size that is exact, and those around it, where a sketch changes its ways. */
    @Example
    void splitsAroundTheNominalSizeGiveTheSameBytes() {
        for (int size = UniqueTokens.NOMINAL - 2; size <= UniqueTokens.NOMINAL + 2; size++) {
            List<long[]> tokens = Arrays.asList(tokens(size, size));
            byte[] whole = sketch(tokens);
            for (int cut : new int[] {0, 1, size / 3, size - 1, size}) {
                byte[] union = UniqueTokens.union(sketch(tokens.subList(0, cut)), sketch(tokens.subList(cut, size)));
                assertThat(union).as("%d of %d", cut, size).isEqualTo(whole);
            }
        }
    }

    @Property(tries = 30)
    void countsExactlyUpToTheNominalSize(@ForAll long seed, @ForAll @IntRange(max = UniqueTokens.NOMINAL) int size) {
        List<long[]> once = Arrays.asList(tokens(seed, size));
        List<long[]> twice = new ArrayList<>(once);
        twice.addAll(once);
        assertThat(UniqueTokens.estimate(sketch(twice))).isEqualTo(size);
    }

    @Example
    void countsTwoHundredThousandWithinThreePercent() {
        for (int seed = 0; seed < 5; seed++) {
            long estimate = UniqueTokens.estimate(sketch(Arrays.asList(tokens(seed, 200_000))));
            assertThat((double) estimate).isCloseTo(200_000, within(6_000.0));
        }
    }

    @Example
    void takesNoMoreRoomThanItsNominalSizeHowManyTokensSoever() {
        assertThat(MANY_AT_ONCE.length).isLessThan(8 * UniqueTokens.NOMINAL + 64);
        assertThat(new UniqueTokens.Gathering().bytes().length).isLessThan(32);
        assertThat(UniqueTokens.estimate(new UniqueTokens.Gathering().bytes())).isZero();
    }

    private static byte[] sketch(List<long[]> tokens) {
        UniqueTokens.Gathering gathering = new UniqueTokens.Gathering();
        for (long[] token : tokens) {
            gathering.add(token[0], token[1]);
        }
        return gathering.bytes();
    }

    /** Different tokens, the first ones the same for every size of the same seed. */
    private static long[][] tokens(long seed, int count) {
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        long[][] tokens = new long[count][];
        for (int i = 0; i < count; i++) {
            tokens[i] = new long[] {random.nextLong(), random.nextLong()};
            assertThat(seen.add(tokens[i][1])).isTrue();
        }
        return tokens;
    }
}
