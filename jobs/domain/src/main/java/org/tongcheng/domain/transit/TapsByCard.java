package org.tongcheng.domain.transit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The gated taps of a number of cards: an open-addressing table from a card's token to its {@link CardTaps}, whose
 * bytes stand together in one array, so that a million cards are not a million objects for the collector to visit.
 * What is too old stays until {@link #prune}.
 */
public final class TapsByCard {

    private static final int SMALLEST = 2;

    /** A place: the two halves of the token, then where the card's bytes start and how many there are; 0 if empty. */
    private static final int WIDTH = 3;

    private static final int REGION = 2;

    /** A card's bytes get room in steps of this, so that most taps are added in place. */
    private static final int STEP = 64;

    private long[] table;
    private byte[] bytes;
    private int used;
    private int size;

    public TapsByCard() {
        this(new long[WIDTH * SMALLEST], new byte[STEP], 0, 0);
    }

    private TapsByCard(long[] table, byte[] bytes, int used, int size) {
        this.table = table;
        this.bytes = bytes;
        this.used = used;
        this.size = size;
    }

    /** Hears of a card: the two halves of its token, and its taps as bytes. */
    @FunctionalInterface
    public interface CardConsumer<E extends Exception> {
        void card(long tokenHigh, long tokenLow, byte[] packed) throws E;
    }

    /** Cards, not taps. */
    public int size() {
        return size;
    }

    /**
     * Adds a tap to its card; one that the card already has changes nothing.
     *
     * @param oldestKept taps of the card before this time may be forgotten, but never the new one
     */
    public void add(CardTap tap, long oldestKept, JourneyChanges changes) {
        int place = roomFor(tap.tokenHigh(), tap.tokenLow());
        long region = table[place + REGION];
        byte[] head =
                region == 0 ? null : CardTaps.append(bytes, startOf(region), lengthOf(region), tap.tap(), changes);
        if (head != null) {
            replaceNewest(place, head);
            return;
        }
        byte[] before = packedAt(place);
        byte[] after = CardTaps.add(before, tap.tap(), oldestKept, changes);
        if (after != before) {
            set(place, tap.tokenHigh(), tap.tokenLow(), after);
        }
    }

    /** Puts a card as {@link #forEach} told of it. */
    public void put(long tokenHigh, long tokenLow, byte[] packed) {
        set(roomFor(tokenHigh, tokenLow), tokenHigh, tokenLow, packed);
    }

    /** Forgets taps before {@code oldestKept}, and cards that have no others. */
    public void prune(long oldestKept) {
        TapsByCard kept = new TapsByCard();
        forEach((high, low, packed) -> {
            byte[] left = CardTaps.prune(packed, oldestKept);
            if (left != null) {
                kept.put(high, low, left);
            }
        });
        table = kept.table;
        bytes = kept.bytes;
        used = kept.used;
        size = kept.size;
    }

    /** Tells of every card, in no order that means anything. */
    public <E extends Exception> void forEach(CardConsumer<E> consumer) throws E {
        for (int place = 0; place < table.length; place += WIDTH) {
            byte[] packed = packedAt(place);
            if (packed != null) {
                consumer.card(table[place], table[place + 1], packed);
            }
        }
    }

    /** An independent copy. */
    public TapsByCard copy() {
        return new TapsByCard(table.clone(), bytes.clone(), used, size);
    }

    /** The place of the card, in a larger table where a new card would make this one too full. */
    private int roomFor(long tokenHigh, long tokenLow) {
        int place = placeOf(tokenHigh, tokenLow);
        if (table[place + REGION] == 0 && (size + 1) * 4 > places() * 3) {
            long[] old = table;
            table = new long[2 * old.length];
            for (int from = 0; from < old.length; from += WIDTH) {
                if (old[from + REGION] != 0) {
                    System.arraycopy(old, from, table, placeOf(old[from], old[from + 1]), WIDTH);
                }
            }
            return placeOf(tokenHigh, tokenLow);
        }
        return place;
    }

    private void set(int place, long tokenHigh, long tokenLow, byte[] packed) {
        long region = table[place + REGION];
        size += region == 0 ? 1 : 0;
        table[place] = tokenHigh;
        table[place + 1] = tokenLow;
        int start = startOf(region);
        if (packed.length > room(lengthOf(region))) {
            // What the card had is not worth keeping if the others have to move now.
            table[place + REGION] = 0;
            start = newRoom(room(packed.length));
        }
        System.arraycopy(packed, 0, bytes, start, packed.length);
        table[place + REGION] = (long) start << Integer.SIZE | packed.length;
    }

    private void replaceNewest(int place, byte[] head) {
        int length = lengthOf(table[place + REGION]);
        int newest = PackedTaps.newestLength(bytes, startOf(table[place + REGION]));
        int newLength = head.length + length - newest;
        boolean fits = newLength <= room(length);
        int target = fits ? startOf(table[place + REGION]) : newRoom(room(newLength));
        // Making room may have moved the card.
        int start = startOf(table[place + REGION]);
        System.arraycopy(bytes, start + newest, bytes, target + head.length, length - newest);
        System.arraycopy(head, 0, bytes, target, head.length);
        table[place + REGION] = (long) target << Integer.SIZE | newLength;
    }

    /** Where so many bytes are free. Cards move together, away from what is no longer used, when none are. */
    private int newRoom(int wanted) {
        if (used + wanted > bytes.length) {
            int live = 0;
            for (int place = 0; place < table.length; place += WIDTH) {
                live += room(lengthOf(table[place + REGION]));
            }
            moveTo(new byte[live + live / 2 + wanted]);
        }
        int start = used;
        used += wanted;
        return start;
    }

    private void moveTo(byte[] target) {
        used = 0;
        for (int place = 0; place < table.length; place += WIDTH) {
            int length = lengthOf(table[place + REGION]);
            if (length > 0) {
                System.arraycopy(bytes, startOf(table[place + REGION]), target, used, length);
                table[place + REGION] = (long) used << Integer.SIZE | length;
                used += room(length);
            }
        }
        bytes = target;
    }

    private byte @Nullable [] packedAt(int place) {
        long region = table[place + REGION];
        int start = startOf(region);
        return region == 0 ? null : Arrays.copyOfRange(bytes, start, start + lengthOf(region));
    }

    private static int startOf(long region) {
        return (int) (region >>> Integer.SIZE);
    }

    private static int lengthOf(long region) {
        return (int) region;
    }

    private static int room(int length) {
        return (length + STEP - 1) / STEP * STEP;
    }

    private int places() {
        return table.length / WIDTH;
    }

    /** Where the card is, or the empty place where it would go. */
    private int placeOf(long tokenHigh, long tokenLow) {
        int mask = places() - 1;
        int number = (int) tokenLow & mask;
        int place = WIDTH * number;
        while (table[place + REGION] != 0 && (table[place] != tokenHigh || table[place + 1] != tokenLow)) {
            number = number + 1 & mask;
            place = WIDTH * number;
        }
        return place;
    }
}
