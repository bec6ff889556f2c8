package org.tongcheng.local.diff;

/** Counts of one measurement. */
final class Tally {

    private long inA;
    private long inB;
    private long onlyInA;
    private long onlyInB;
    private long different;
    private long partial;

    /** Points of A that are within what is compared. */
    long inA() {
        return inA;
    }

    long inB() {
        return inB;
    }

    long onlyInA() {
        return onlyInA;
    }

    long onlyInB() {
        return onlyInB;
    }

    /** Points that both have, with another value in at least one field. */
    long different() {
        return different;
    }

    /** Points that are not compared, since one side knows a part of their window only. */
    long partial() {
        return partial;
    }

    boolean equal() {
        return onlyInA == 0 && onlyInB == 0 && different == 0;
    }

    void count(boolean a, boolean b) {
        inA += a ? 1 : 0;
        inB += b ? 1 : 0;
    }

    void countPartial() {
        partial++;
    }

    void countOnlyInA() {
        onlyInA++;
    }

    void countOnlyInB() {
        onlyInB++;
    }

    void countDifferent() {
        different++;
    }
}
