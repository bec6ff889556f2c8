package org.tongcheng.local.feeds;

import org.jspecify.annotations.Nullable;

/**
 * Taps on their way, by the second of their arrival; within a second in the order in which they were added. A wheel of
 * buckets, because a heap of half a million taps costs a microsecond each.
 */
final class ArrivalWheel {

    private static final int SECONDS = 12 * Timeline.HOUR;

    private final @Nullable PendingTap[] first = new @Nullable PendingTap[SECONDS];
    private final @Nullable PendingTap[] last = new @Nullable PendingTap[SECONDS];

    private int now;
    private int size;
    private int mostAtOnce;

    ArrivalWheel(int now) {
        this.now = now;
    }

    /** The second whose taps are being taken. */
    int now() {
        return now;
    }

    /** Goes on to the next second; the present one must have been emptied. */
    void advance() {
        now++;
    }

    int size() {
        return size;
    }

    /** The most taps that were ever on their way together. */
    int mostAtOnce() {
        return mostAtOnce;
    }

    /**
     * @throws IllegalArgumentException when the arrival is past or more than half a day ahead
     */
    void add(PendingTap tap, int arrival) {
        if (arrival < now || arrival >= now + SECONDS) {
            throw new IllegalArgumentException("arrival " + arrival + " is out of reach at " + now);
        }
        int bucket = arrival % SECONDS;
        PendingTap behind = last[bucket];
        if (behind == null) {
            first[bucket] = tap;
        } else {
            behind.next = tap;
        }
        tap.next = null;
        last[bucket] = tap;
        size++;
        mostAtOnce = Math.max(mostAtOnce, size);
    }

    /** The next tap of the present second, null when there is none. */
    @Nullable
    PendingTap poll() {
        int bucket = now % SECONDS;
        PendingTap tap = first[bucket];
        if (tap != null) {
            first[bucket] = tap.next;
            if (tap.next == null) {
                last[bucket] = null;
            }
            size--;
        }
        return tap;
    }
}
