package org.tongcheng.domain.transit;

/**
 * The transaction ids seen lately, as hashes in an open-addressing table of twelve bytes a place. Ids that are too
 * old are forgotten when the table would have to grow.
 */
public final class RecentIds {

    private static final int SMALLEST = 4;

    /** A place is the two halves of the hash and the minute, side by side because memory is what a look-up waits for. */
    private static final int WIDTH = 3;

    private static final int MINUTE = 2;

    private int[] table;
    private int size;

    public RecentIds() {
        this(new int[WIDTH * SMALLEST], 0);
    }

    private RecentIds(int[] table, int size) {
        this.table = table;
        this.size = size;
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
        if (table[placeOf(hash) + MINUTE] != 0) {
            return false;
        }
        if ((size + 1) * 8 > places() * 5) {
            rebuild(oldestMinute);
        }
        insert(hash, minute);
        return true;
    }

    private void rebuild(int oldestMinute) {
        int[] old = table;
        int kept = 0;
        for (int place = 0; place < old.length; place += WIDTH) {
            kept += isKept(old[place + MINUTE], oldestMinute) ? 1 : 0;
        }
        RecentIds rebuilt = new RecentIds(new int[WIDTH * placesFor(kept + 1)], 0);
        for (int place = 0; place < old.length; place += WIDTH) {
            if (isKept(old[place + MINUTE], oldestMinute)) {
                rebuilt.insert(hashAt(place), old[place + MINUTE]);
            }
        }
        table = rebuilt.table;
        size = rebuilt.size;
    }

    private static boolean isKept(int minute, int oldestMinute) {
        return minute != 0 && minute >= oldestMinute;
    }

    private void insert(long hash, int minute) {
        int place = placeOf(hash);
        table[place] = (int) (hash >>> 32);
        table[place + 1] = (int) hash;
        table[place + MINUTE] = minute;
        size++;
    }

    private int places() {
        return table.length / WIDTH;
    }

    private long hashAt(int place) {
        return (long) table[place] << 32 | (table[place + 1] & 0xFFFF_FFFFL);
    }

    /** Where the hash is in the table, or the empty place where it would go. */
    private int placeOf(long hash) {
        int mask = places() - 1;
        int number = (int) hash & mask;
        while (table[WIDTH * number + MINUTE] != 0 && hashAt(WIDTH * number) != hash) {
            number = number + 1 & mask;
        }
        return WIDTH * number;
    }

    /** A power of two that {@code count} ids fill to half, so that a rebuild has room to come. */
    private static int placesFor(int count) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, count * 2 - 1)) << 1);
    }
}
