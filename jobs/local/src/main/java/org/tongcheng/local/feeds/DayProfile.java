package org.tongcheng.local.feeds;

/** How trips that begin spread over a day, in quarters of an hour. */
final class DayProfile {

    static final int SLOTS = 96;
    static final int SLOT_SECONDS = 900;

    /** Share of the day's trips that began before each slot; one more than there are slots, the last is 1. */
    private final double[] before;

    /**
     * @param weights one per slot from midnight on, in any unit
     */
    DayProfile(double[] weights) {
        before = new double[SLOTS + 1];
        for (int slot = 0; slot < SLOTS; slot++) {
            before[slot + 1] = before[slot] + weights[slot];
        }
        double total = before[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            before[slot] /= total;
        }
        before[SLOTS] = 1;
    }

    /** Share of the day's trips that began before this second of the day. */
    double shareBefore(int second) {
        int slot = Math.min(second / SLOT_SECONDS, SLOTS - 1);
        double within = (second - slot * SLOT_SECONDS) / (double) SLOT_SECONDS;
        return before[slot] + (before[slot + 1] - before[slot]) * within;
    }

    /** The second of the day by which that share of the trips, in [0, 1), has begun. */
    int secondAt(double share) {
        int low = 0;
        int high = SLOTS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] > share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double within = (share - before[low]) / (before[low + 1] - before[low]);
        return low * SLOT_SECONDS + (int) (within * SLOT_SECONDS);
    }
}
