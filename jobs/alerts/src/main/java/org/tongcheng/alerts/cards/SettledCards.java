package org.tongcheng.alerts.cards;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.reference.RegionBundle;

/**
 * The rules on cards over taps that end: what {@link WatchCards} tells when it waits for all of them. It keeps twelve bytes of
 * each tap, and judges each card when all taps are there.
 */
public final class SettledCards {

    /** Of a place: milliseconds above, the number of the stop below. */
    private static final int STOP_BITS = 20;

    private static final long STOP_MASK = (1L << STOP_BITS) - 1;

    private final CardRules rules;
    private final CardWalk walk;
    private final CardPlaces cards = new CardPlaces();
    private final Map<String, Integer> stops = new HashMap<>();

    /** @param keyVersion of the tokens' text */
    public SettledCards(RegionBundle bundle, int keyVersion) {
        this.rules = new CardRules(bundle);
        this.walk = new CardWalk(new CardAlerts(keyVersion));
    }

    /** One more tap, in whatever order. */
    public void add(SeenCard seen) {
        int stop = stops.computeIfAbsent(seen.stopId(), id -> stops.size());
        cards.add(seen.tokenHigh(), seen.tokenLow(), (seen.time() << STOP_BITS) | stop);
    }

    /** Tells the changes of all cards, those of one card in their order. */
    public void judge(Consumer<AlertTransition> out) throws Exception {
        if (rules.rules().isEmpty()) {
            return;
        }
        List<String> names = stops.keySet().stream().sorted().toList();
        int[] ranks = new int[names.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[stops.getOrDefault(names.get(rank), 0)] = rank;
        }
        cards.forEach((high, low, places) -> {
            sort(places, ranks);
            judge(names, Tuple2.of(high, low), places, out);
        });
    }

    /** By time, and at one time by the stop's name. */
    private static void sort(long[] places, int[] ranks) {
        for (int i = 0; i < places.length; i++) {
            places[i] = (places[i] & ~STOP_MASK) | ranks[(int) (places[i] & STOP_MASK)];
        }
        Arrays.sort(places);
    }

    private void judge(List<String> names, Tuple2<Long, Long> card, long[] places, Consumer<AlertTransition> out)
            throws Exception {
        if (places.length < 2) {
            return;
        }
        String token = walk.alerts().token(card);
        OpenTracks tracks = new OpenTracks.InMemory();
        CardPlace last = null;
        for (int i = 0; i < places.length; i++) {
            CardPlace next = i > 0 && places[i] == places[i - 1] ? null : place(names, places[i]);
            if (next != null) {
                walk.step(rules, tracks, token, last, next, out);
                last = next;
            }
        }
        if (last != null) {
            walk.expire(rules, tracks, token, last, out);
        }
    }

    private @Nullable CardPlace place(List<String> names, long packed) {
        return rules.place(names.get((int) (packed & STOP_MASK)), packed >> STOP_BITS);
    }
}
