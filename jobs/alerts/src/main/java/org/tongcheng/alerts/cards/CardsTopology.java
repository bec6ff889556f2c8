package org.tongcheng.alerts.cards;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.reference.RegionBundle;

/**
 * Rules on cards.
 *
 * <pre>
 * transit.taps -> alerts-card-places -> alerts-cards -> transitions
 *                 taps at stops         by card token
 * bundles ----------------------------> broadcast
 * </pre>
 */
public final class CardsTopology {

    public static final String PLACES_UID = "alerts-card-places";
    public static final String CARDS_UID = "alerts-cards";

    /** Every operator. */
    public static final List<String> UIDS = List.of(PLACES_UID, CARDS_UID);

    private CardsTopology() {}

    /**
     * @param taps in time, duplicates still among them, with watermarks
     * @param bundles of the region, whenever they change; idle, so that they hold nothing back
     * @param cards see {@link WatchCards#WatchCards}
     */
    public static DataStream<AlertTransition> of(
            DataStream<Tap> taps, DataStream<RegionBundle> bundles, WatchCards cards) {
        return taps.flatMap(new SelectSeenCards(), SeenCard.TYPE)
                .uid(PLACES_UID)
                .name(PLACES_UID)
                .keyBy(SeenCard.KEY, SeenCard.KEY_TYPE)
                .connect(bundles.broadcast(WatchCards.BUNDLE))
                .process(cards, TypeInformation.of(AlertTransition.class))
                .uid(CARDS_UID)
                .name(CARDS_UID);
    }
}
