package org.tongcheng.alerts.cards;

import java.util.ArrayList;
import java.util.List;

/**
 * Where cards were, as packed numbers: an open-addressing table from a card's token to its newest place, from which a chain
 * leads to the others. So a million cards are not a million objects for the collector to visit, and each place is written
 * where the last one was.
 */
final class CardPlaces {

    private static final int SMALLEST = 16;
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** The two halves of the token of each spot. */
    private long[] tokens = new long[2 * SMALLEST];

    /** Of each spot the number of its newest place, from 1 on; 0 if the spot is empty. */
    private int[] newest = new int[SMALLEST];

    private final List<long[]> places = new ArrayList<>();

    /** Of each place the number of the card's place before it; 0 if it is the first. */
    private final List<int[]> before = new ArrayList<>();

    private int cards;
    private int count;

    /** Hears of a card: the two halves of its token, and its places in no order that means anything. */
    @FunctionalInterface
    interface CardConsumer {
        void card(long tokenHigh, long tokenLow, long[] places) throws Exception;
    }

    void add(long tokenHigh, long tokenLow, long place) {
        int spot = spotOf(tokenHigh, tokenLow);
        if (newest[spot] == 0) {
            if ((cards + 1) * 4L > newest.length * 3L) {
                grow();
                spot = spotOf(tokenHigh, tokenLow);
            }
            tokens[2 * spot] = tokenHigh;
            tokens[2 * spot + 1] = tokenLow;
            cards++;
        }
        if (count == places.size() * CHUNK) {
            places.add(new long[CHUNK]);
            before.add(new int[CHUNK]);
        }
        places.get(count >>> CHUNK_BITS)[count & (CHUNK - 1)] = place;
        before.get(count >>> CHUNK_BITS)[count & (CHUNK - 1)] = newest[spot];
        newest[spot] = ++count;
    }

    void forEach(CardConsumer consumer) throws Exception {
        for (int spot = 0; spot < newest.length; spot++) {
            if (newest[spot] != 0) {
                consumer.card(tokens[2 * spot], tokens[2 * spot + 1], chain(newest[spot]));
            }
        }
    }

    private long[] chain(int last) {
        int length = 0;
        for (int number = last; number != 0; number = beforeOf(number)) {
            length++;
        }
        long[] chain = new long[length];
        for (int number = last; number != 0; number = beforeOf(number)) {
            chain[--length] = places.get((number - 1) >>> CHUNK_BITS)[(number - 1) & (CHUNK - 1)];
        }
        return chain;
    }

    private int beforeOf(int number) {
        return before.get((number - 1) >>> CHUNK_BITS)[(number - 1) & (CHUNK - 1)];
    }

    private void grow() {
        long[] oldTokens = tokens;
        int[] oldNewest = newest;
        tokens = new long[2 * oldTokens.length];
        newest = new int[2 * oldNewest.length];
        for (int from = 0; from < oldNewest.length; from++) {
            if (oldNewest[from] != 0) {
                int spot = spotOf(oldTokens[2 * from], oldTokens[2 * from + 1]);
                tokens[2 * spot] = oldTokens[2 * from];
                tokens[2 * spot + 1] = oldTokens[2 * from + 1];
                newest[spot] = oldNewest[from];
            }
        }
    }

    /** Where the card is, or the empty spot where it would go. */
    private int spotOf(long tokenHigh, long tokenLow) {
        int mask = newest.length - 1;
        int spot = (int) tokenLow & mask;
        while (newest[spot] != 0 && (tokens[2 * spot] != tokenHigh || tokens[2 * spot + 1] != tokenLow)) {
            spot = spot + 1 & mask;
        }
        return spot;
    }
}
