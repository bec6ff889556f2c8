package org.tongcheng.domain.transit;

import org.jspecify.annotations.Nullable;

/**
 * The gated taps of a number of cards: an open-addressing table from a card's token to its {@link CardTaps}. What is
 * too old stays until {@link #prune}.
 */
public final class TapsByCard {

    private static final int SMALLEST = 2;

    private long[] tokens;
    private byte[] @Nullable [] taps;
    private int size;

    public TapsByCard() {
        this(new long[2 * SMALLEST], new byte[SMALLEST][], 0);
    }

    private TapsByCard(long[] tokens, byte[] @Nullable [] taps, int size) {
        this.tokens = tokens;
        this.taps = taps;
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
        set(place, tap.tokenHigh(), tap.tokenLow(), CardTaps.add(taps[place], tap.tap(), oldestKept, changes));
    }

    /** Puts a card as {@link #forEach} told of it. */
    public void put(long tokenHigh, long tokenLow, byte[] packed) {
        set(roomFor(tokenHigh, tokenLow), tokenHigh, tokenLow, packed);
    }

    /** Forgets taps before {@code oldestKept}, and cards that have no others. */
    public void prune(long oldestKept) {
        byte[] @Nullable [] kept = new byte[taps.length][];
        int count = 0;
        for (int place = 0; place < taps.length; place++) {
            byte[] packed = taps[place];
            kept[place] = packed == null ? null : CardTaps.prune(packed, oldestKept);
            count += kept[place] == null ? 0 : 1;
        }
        moveTo(tokens, kept, count);
    }

    /** Tells of every card, in no order that means anything. */
    public <E extends Exception> void forEach(CardConsumer<E> consumer) throws E {
        for (int place = 0; place < taps.length; place++) {
            byte[] packed = taps[place];
            if (packed != null) {
                consumer.card(tokens[2 * place], tokens[2 * place + 1], packed);
            }
        }
    }

    /** An independent copy. The bytes of a card are never written to, so both hold the same. */
    public TapsByCard copy() {
        return new TapsByCard(tokens.clone(), taps.clone(), size);
    }

    /** The place of the card, in a larger table where a new card would make this one too full. */
    private int roomFor(long tokenHigh, long tokenLow) {
        int place = placeOf(tokenHigh, tokenLow);
        if (taps[place] == null && (size + 1) * 4 > taps.length * 3) {
            moveTo(tokens, taps, size);
            return placeOf(tokenHigh, tokenLow);
        }
        return place;
    }

    /** Moves these cards to a new table, which they fill to half at most. */
    private void moveTo(long[] oldTokens, byte[] @Nullable [] oldTaps, int count) {
        int places = Math.max(SMALLEST, Integer.highestOneBit(2 * count + 1) << 1);
        tokens = new long[2 * places];
        taps = new byte[places][];
        size = 0;
        for (int place = 0; place < oldTaps.length; place++) {
            byte[] packed = oldTaps[place];
            if (packed != null) {
                long high = oldTokens[2 * place];
                long low = oldTokens[2 * place + 1];
                set(placeOf(high, low), high, low, packed);
            }
        }
    }

    private void set(int place, long tokenHigh, long tokenLow, byte[] packed) {
        size += taps[place] == null ? 1 : 0;
        tokens[2 * place] = tokenHigh;
        tokens[2 * place + 1] = tokenLow;
        taps[place] = packed;
    }

    /** Where the card is, or the empty place where it would go. */
    private int placeOf(long tokenHigh, long tokenLow) {
        int mask = taps.length - 1;
        int place = (int) tokenLow & mask;
        while (taps[place] != null && (tokens[2 * place] != tokenHigh || tokens[2 * place + 1] != tokenLow)) {
            place = place + 1 & mask;
        }
        return place;
    }
}
