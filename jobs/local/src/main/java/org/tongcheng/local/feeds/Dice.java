package org.tongcheng.local.feeds;

/** Seeded chance that falls alike on every machine: SplitMix64, and its finaliser as a hash. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** Starts a new sequence, so that one object serves millions of riders. */
    void restart(long seed) {
        state = seed;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** In [0, 1). */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A bell between -1 and 1. */
    double bell() {
        return (unit() + unit() + unit()) / 1.5 - 1;
    }

    /** One-to-one, so distinct inputs stay distinct. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    static long hash(long seed, long value) {
        return mix(mix(seed + GOLDEN) + GOLDEN * value);
    }

    static long hash(long seed, String text) {
        long hash = mix(seed + GOLDEN);
        for (int index = 0; index < text.length(); index++) {
            hash = mix(hash + GOLDEN + text.charAt(index));
        }
        return hash;
    }
}
