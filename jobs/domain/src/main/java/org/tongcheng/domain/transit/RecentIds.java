package org.tongcheng.domain.transit;

import java.util.Arrays;

/**
 * The transaction ids seen lately, as hashes in an open-addressing table of twelve bytes a place. Ids that are too
 * old are forgotten when the table would have to grow.
 */
public final class RecentIds {

    private static final int SMALLEST = 4;

    private long[] hashes;
    private int[] minutes;
    private int size;

    public RecentIds() {
        this(SMALLEST);
    }

    private RecentIds(int places) {
        hashes = new long[places];
        minutes = new int[places];
    }

    /**
     * A set of exactly these ids.
     *
     * @param minutes the event minute of each, in minutes since 1970
     */
    public static RecentIds of(long[] hashes, int[] minutes) {
        RecentIds ids = new RecentIds(placesFor(hashes.length));
        for (int i = 0; i < hashes.length; i++) {
            ids.insert(hashes[i], minutes[i]);
        }
        return ids;
    }

    public int size() {
        return size;
    }

    /**
     * Adds an id unless it is there.
     *
     * @param minute event minute of the record, in minutes since 1970, above 0
     * @param oldestMinute ids of earlier minutes may be forgotten
     * @return whether the id is new
     */
    public boolean add(long hash, int minute, int oldestMinute) {
        if (minutes[placeOf(hash)] != 0) {
            return false;
        }
        if ((size + 1) * 4 > hashes.length * 3) {
            rebuild(oldestMinute);
        }
        insert(hash, minute);
        return true;
    }

    /** An independent copy. */
    public RecentIds copy() {
        RecentIds copy = new RecentIds(hashes.length);
        System.arraycopy(hashes, 0, copy.hashes, 0, hashes.length);
        System.arraycopy(minutes, 0, copy.minutes, 0, minutes.length);
        copy.size = size;
        return copy;
    }

    /** The ids, in no order that means anything. */
    public long[] hashes() {
        long[] found = new long[size];
        int next = 0;
        for (int place = 0; place < hashes.length; place++) {
            if (minutes[place] != 0) {
                found[next++] = hashes[place];
            }
        }
        return found;
    }

    /** The event minutes, in the order of {@link #hashes()}. */
    public int[] minutes() {
        return Arrays.stream(minutes).filter(minute -> minute != 0).toArray();
    }

    private void rebuild(int oldestMinute) {
        int kept = 0;
        for (int minute : minutes) {
            if (minute != 0 && minute >= oldestMinute) {
                kept++;
            }
        }
        long[] oldHashes = hashes;
        int[] oldMinutes = minutes;
        int places = placesFor(kept + 1);
        hashes = new long[places];
        minutes = new int[places];
        size = 0;
        for (int place = 0; place < oldHashes.length; place++) {
            if (oldMinutes[place] != 0 && oldMinutes[place] >= oldestMinute) {
                insert(oldHashes[place], oldMinutes[place]);
            }
        }
    }

    private void insert(long hash, int minute) {
        int place = placeOf(hash);
        hashes[place] = hash;
        minutes[place] = minute;
        size++;
    }

    /** Where the hash is, or the empty place where it would go. */
    private int placeOf(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (minutes[place] != 0 && hashes[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** A power of two that {@code count} ids fill to half, so that a rebuild has room to come. */
    private static int placesFor(int count) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, count * 2 - 1)) << 1);
    }
}
