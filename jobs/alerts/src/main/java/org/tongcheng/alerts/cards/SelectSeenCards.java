package org.tongcheng.alerts.cards;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.feed.Tap;

/** Not keyed, no state. Lets through taps at stops, with what rules on cards need of them. */
public final class SelectSeenCards implements FlatMapFunction<Tap, SeenCard> {

    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Tap tap, Collector<SeenCard> out) {
        String stopId = tap.stopId();
        if (stopId != null) {
            out.collect(new SeenCard(tap.tokenHigh(), tap.tokenLow(), stopId, tap.eventTime()));
        }
    }
}
