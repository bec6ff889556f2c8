package org.tongcheng.alerts.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegistryException;

/**
 * One card in two places. Key: card token. State: where the card was last seen, places that wait to be judged, and its open
 * alerts; all of it dies once no place of the region is too far for the time that has passed, see {@link
 * CardRules#reachMillis}. With an alert it is kept for six hours of event time after the card was last seen, and an alert
 * that is still open ends then. Nothing is kept while no rule on cards is enabled.
 *
 * <p>A place waits until the watermark says that no earlier one comes any more, so order does not matter up to the source's
 * out-of-orderness plus {@code holdBackMillis}. What comes later than that is counted and not judged: its place among the
 * others is taken. The same place at the same time is the same place, so a tap that comes twice changes nothing.
 *
 * <p>The rules are those of the last bundle that was broadcast, else the first one. A bundle that cannot be read changes
 * nothing.
 */
public final class WatchCards
        extends KeyedBroadcastProcessFunction<Tuple2<Long, Long>, SeenCard, RegionBundle, AlertTransition> {

    /** State of the broadcast bundle. */
    public static final MapStateDescriptor<String, RegionBundle> BUNDLE =
            new MapStateDescriptor<>("bundle", Types.STRING, RegionBundleSerializer.BUNDLE);

    /** Places that came too late to be judged. */
    public static final String LATE_METRIC = "lateCardPlaces";

    static final long KEPT_MILLIS = 6 * BusinessTime.HOUR;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WatchCards.class);
    private static final String LAST_BUNDLE = "last";
    private static final ValueStateDescriptor<CardMemory> MEMORY =
            new ValueStateDescriptor<>("card", CardMemorySerializer.INSTANCE);
    private static final MapStateDescriptor<String, CardTrack> TRACKS =
            new MapStateDescriptor<>("tracks", StringSerializer.INSTANCE, CardTrackSerializer.INSTANCE);

    private final HashMap<String, byte[]> firstFiles;
    private final CardAlerts alerts;
    private final CardWalk walk;
    private final long holdBackMillis;
    private transient ValueState<@Nullable CardMemory> card;
    private transient MapState<String, CardTrack> tracks;
    private transient Counter late;
    private transient @Nullable CardRules rules;

    /**
     * @param first bundle, until another is broadcast
     * @param keyVersion of the tokens' text, see {@link org.tongcheng.domain.feed.TokenText}
     * @param holdBackMillis how long a place waits for earlier ones, beyond the watermark
     */
    public WatchCards(RegionBundle first, int keyVersion, long holdBackMillis) {
        this.firstFiles = new HashMap<>(first.files());
        this.alerts = new CardAlerts(keyVersion);
        this.walk = new CardWalk(alerts);
        this.holdBackMillis = holdBackMillis;
    }

    @Override
    public void open(OpenContext context) {
        card = getRuntimeContext().getState(MEMORY);
        tracks = getRuntimeContext().getMapState(TRACKS);
        late = getRuntimeContext().getMetricGroup().counter(LATE_METRIC);
    }

    @Override
    public void processElement(SeenCard seen, ReadOnlyContext context, Collector<AlertTransition> out)
            throws Exception {
        CardRules known = rules(context.getBroadcastState(BUNDLE));
        CardPlace place = known.rules().isEmpty() ? null : known.place(seen.stopId(), seen.time());
        if (place == null) {
            return;
        }
        CardMemory kept = card.value();
        CardMemory before = kept == null ? CardMemory.NOTHING : kept;
        if (dueAt(place) <= context.currentWatermark()) {
            if (!place.equals(before.last())) {
                late.inc();
            }
            return;
        }
        card.update(before.with(place));
        context.timerService().registerEventTimeTimer(dueAt(place));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertTransition> out) throws Exception {
        CardMemory before = card.value();
        if (before == null) {
            return;
        }
        CardRules known = rules(context.getBroadcastState(BUNDLE));
        String token = alerts.token(context.getCurrentKey());
        OpenTracks open = new OpenTracks.InState(tracks);
        CardPlace last = before.last();
        List<CardPlace> waiting = new ArrayList<>(before.waiting());
        while (!waiting.isEmpty() && dueAt(waiting.get(0)) <= timestamp) {
            CardPlace next = waiting.remove(0);
            walk.step(known, open, token, last, next, out::collect);
            last = next;
        }
        if (last != null && dueAt(last) + walk.keptMillis(known, open) <= timestamp) {
            walk.expire(known, open, token, last, out::collect);
            last = null;
        }
        if (last == null && waiting.isEmpty()) {
            card.clear();
            return;
        }
        card.update(new CardMemory(last, waiting));
        if (last != null) {
            context.timerService().registerEventTimeTimer(dueAt(last) + walk.keptMillis(known, open));
        }
    }

    @Override
    public void processBroadcastElement(RegionBundle bundle, Context context, Collector<AlertTransition> out)
            throws Exception {
        CardRules next;
        try {
            next = new CardRules(bundle);
        } catch (RegistryException unreadable) {
            LOG.warn("the rules on cards stay as they are", unreadable);
            return;
        }
        context.getBroadcastState(BUNDLE).put(LAST_BUNDLE, bundle);
        rules = next;
        long when = context.currentWatermark();
        context.applyToKeyedState(TRACKS, (key, state) -> {
            for (CardTrack track : new OpenTracks.InState(state).all()) {
                if (!next.has(track.rule())) {
                    state.remove(track.rule().id());
                    alerts.end(next, track, alerts.token(key), EndReason.RULE_CHANGED, when)
                            .forEach(out::collect);
                }
            }
        });
        if (next.rules().isEmpty()) {
            context.applyToKeyedState(MEMORY, (key, state) -> state.clear());
        }
    }

    private CardRules rules(ReadOnlyBroadcastState<String, RegionBundle> state) throws Exception {
        CardRules known = rules;
        if (known == null) {
            RegionBundle last = state.get(LAST_BUNDLE);
            known = new CardRules(last == null ? new RegionBundle(Map.copyOf(firstFiles)) : last);
            rules = known;
        }
        return known;
    }

    private long dueAt(CardPlace place) {
        return place.time() + holdBackMillis;
    }
}
