package org.tongcheng.local.feeds;

/**
 * The trips of one population in one direction on one day, in order of their start, without holding them: the n-th to
 * start is the rider that a permutation gives for n, and starts where the profile has let n of all begin.
 */
final class Departures {

    static final int NONE = Integer.MAX_VALUE;

    private final int midnight;
    private final int day;
    private final int trips;
    private final DayProfile profile;
    private final long salt;
    private final int stride;
    private final int shift;

    private int rank;
    private int start;

    /**
     * @param mixed the order of departure has nothing to do with other directions; else all share one order, so that who
     *     sets out first also returns first
     */
    Departures(int day, int trips, DayProfile profile, long salt, boolean mixed) {
        this.midnight = day * Timeline.DAY;
        this.day = day;
        this.trips = trips;
        this.profile = profile;
        this.salt = salt;
        this.stride = coprimeTo(trips, mixed ? 0.618 : 0.382);
        this.shift = trips == 0 ? 0 : (int) (Dice.mix(mixed ? salt : day) >>> 33) % trips;
        place();
    }

    /** Second at which the next trip starts, {@link #NONE} after the last. */
    int start() {
        return start;
    }

    int day() {
        return day;
    }

    /** The rider of the next trip, in [0, trips). */
    int member() {
        return (int) (((long) rank * stride + shift) % trips);
    }

    void advance() {
        rank++;
        place();
    }

    private void place() {
        if (rank >= trips) {
            start = NONE;
            return;
        }
        double jitter = (Dice.hash(salt, rank) >>> 11) * 0x1p-53;
        start = midnight + profile.secondAt(Math.min((rank + jitter) / trips, Math.nextDown(1.0)));
    }

    private static int coprimeTo(int count, double share) {
        int stride = Math.max(1, (int) (count * share));
        while (greatestCommonDivisor(stride, count) > 1) {
            stride++;
        }
        return stride;
    }

    private static int greatestCommonDivisor(int left, int right) {
        return right == 0 ? left : greatestCommonDivisor(right, left % right);
    }
}
