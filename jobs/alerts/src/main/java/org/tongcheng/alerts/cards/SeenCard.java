package org.tongcheng.alerts.cards;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.tongcheng.plumbing.serial.CompactType;

/**
 * That a card was tapped at a stop: what is left of a tap for rules on cards.
 *
 * @param tokenHigh upper half of the card token
 * @param tokenLow lower half of it
 * @param time epoch milliseconds
 */
public record SeenCard(long tokenHigh, long tokenLow, String stopId, long time) {

    public static final TypeInformation<SeenCard> TYPE = new CompactType<>(SeenCard.class, SeenCardSerializer.INSTANCE);

    /** The card. */
    public static final KeySelector<SeenCard, Tuple2<Long, Long>> KEY =
            seen -> Tuple2.of(seen.tokenHigh(), seen.tokenLow());

    public static final TypeInformation<Tuple2<Long, Long>> KEY_TYPE = Types.TUPLE(Types.LONG, Types.LONG);
}
