package org.tongcheng.transit.window;

import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Sketch;
import org.apache.datasketches.theta.Union;
import org.apache.datasketches.theta.UpdateSketch;

/**
 * Counts different card tokens with a Theta sketch: exact up to {@value #NOMINAL} of them, beyond with a relative
 * standard error of 0.8 %. Every sketch that leaves this class holds the {@value #NOMINAL} smallest hashes of its set,
 * so that the estimate depends on the set alone: not on order, partition or the way parts were merged.
 */
public final class UniqueTokens {

    static final int NOMINAL = 1 << 14;

    private UniqueTokens() {}

    /** Gathers tokens until {@link #bytes} takes them. */
    public static final class Gathering {
        private final UpdateSketch sketch =
                UpdateSketch.builder().setNominalEntries(NOMINAL).build();

        public void add(long tokenHigh, long tokenLow) {
            sketch.update(tokenHigh * 0x9E3779B97F4A7C15L ^ tokenLow);
        }

        public byte[] bytes() {
            return sketch.rebuild().compact().toByteArray();
        }
    }

    /** The tokens of both. */
    public static byte[] union(byte[] one, byte[] other) {
        Union union = SetOperation.builder().setNominalEntries(NOMINAL).buildUnion();
        union.union(Sketch.wrap(Memory.wrap(one)));
        union.union(Sketch.wrap(Memory.wrap(other)));
        CompactSketch result = union.getResult();
        return result.toByteArray();
    }

    public static long estimate(byte[] sketch) {
        return Math.round(Sketch.wrap(Memory.wrap(sketch)).getEstimate());
    }
}
