package org.tongcheng.local.feeds;

/**
 * One rider's way in one direction.
 *
 * @param start second of the first gate, or of boarding
 * @param day days since the plan's first
 * @param homeward whether it is the way back
 * @param commuter whether it is made daily, to work and home
 */
record Trip(int start, int day, int rider, boolean homeward, boolean commuter) {

    /** How many seconds before the first gate a journey may begin, with a bus. */
    static final int LONGEST_LEAD = 25 * Timeline.MINUTE;

    /** Tells the two ways of a rider on a day apart. */
    long identity() {
        return PendingTap.identity(rider, day, homeward ? PendingTap.LEGS / 2 : 0);
    }
}
