package org.tongcheng.alerts.cards;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.reference.RegionBundle;

/**
 * The rules on cards over taps that end: what {@link WatchCards} tells when it waits for all of them. Partitioned by card, not
 * keyed; it keeps eight bytes of each tap in memory and no state, and judges each card when all taps are there. A timer for
 * each tap would cost more than all the rest of the jobs together.
 */
final class JudgeSettledCards extends AbstractStreamOperator<AlertTransition>
        implements OneInputStreamOperator<SeenCard, AlertTransition> {

    private static final long serialVersionUID = 1L;

    /** Of a place: milliseconds above, the number of the stop below. */
    private static final int STOP_BITS = 20;

    private static final long STOP_MASK = (1L << STOP_BITS) - 1;

    private final HashMap<String, byte[]> files;
    private final CardWalk walk;
    private transient Map<Card, Places> cards;
    private transient Map<String, Integer> stops;

    /** A card's token. */
    private record Card(long high, long low) {}

    /** Places of a card, in the order in which they came. */
    private static final class Places {

        private long[] packed = new long[2];
        private int count;

        void add(long place) {
            if (count == packed.length) {
                packed = Arrays.copyOf(packed, 2 * count);
            }
            packed[count++] = place;
        }
    }

    /** @param keyVersion of the tokens' text */
    JudgeSettledCards(RegionBundle bundle, int keyVersion) {
        this.files = new HashMap<>(bundle.files());
        this.walk = new CardWalk(new CardAlerts(keyVersion));
    }

    @Override
    public void open() throws Exception {
        super.open();
        cards = new HashMap<>();
        stops = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<SeenCard> element) {
        SeenCard seen = element.getValue();
        int stop = stops.computeIfAbsent(seen.stopId(), id -> stops.size());
        cards.computeIfAbsent(new Card(seen.tokenHigh(), seen.tokenLow()), card -> new Places())
                .add((seen.time() << STOP_BITS) | stop);
    }

    @Override
    public void processWatermark(Watermark mark) {
        // What is told at the end is about times before it.
    }

    @Override
    public void finish() throws Exception {
        CardRules rules = new CardRules(new RegionBundle(files));
        if (!rules.rules().isEmpty()) {
            List<String> names = stops.keySet().stream().sorted().toList();
            int[] ranks = new int[names.size()];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[stops.getOrDefault(names.get(rank), 0)] = rank;
            }
            for (Map.Entry<Card, Places> card : cards.entrySet()) {
                judge(rules, names, card.getKey(), sorted(card.getValue(), ranks));
            }
        }
        output.emitWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }

    /** By time, and at one time by the stop's name. */
    private static long[] sorted(Places places, int[] ranks) {
        long[] sorted = Arrays.copyOf(places.packed, places.count);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (sorted[i] & ~STOP_MASK) | ranks[(int) (sorted[i] & STOP_MASK)];
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private void judge(CardRules rules, List<String> names, Card card, long[] places) throws Exception {
        if (places.length < 2) {
            return;
        }
        String token = walk.alerts().token(Tuple2.of(card.high, card.low));
        OpenTracks tracks = new OpenTracks.InMemory();
        CardPlace last = null;
        for (int i = 0; i < places.length; i++) {
            CardPlace next = i > 0 && places[i] == places[i - 1] ? null : place(rules, names, card, places[i]);
            if (next != null) {
                walk.step(rules, tracks, token, last, next, this::tell);
                last = next;
            }
        }
        if (last != null) {
            walk.expire(rules, tracks, token, last, this::tell);
        }
    }

    private static @Nullable CardPlace place(CardRules rules, List<String> names, Card card, long packed) {
        return rules.place(
                new SeenCard(card.high, card.low, names.get((int) (packed & STOP_MASK)), packed >> STOP_BITS));
    }

    private void tell(AlertTransition transition) {
        output.collect(new StreamRecord<>(transition, transition.at()));
    }
}
