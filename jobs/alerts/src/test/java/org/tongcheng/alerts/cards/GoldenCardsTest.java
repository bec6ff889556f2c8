package org.tongcheng.alerts.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.alerts.Told;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.GoldenFiles;

/** A savepoint of version 1 of the watching of cards is read, and it goes on where it stopped. */
public final class GoldenCardsTest {

    private static final RegionBundle RULES = SmallCity.with(
            SmallCity.with(SmallCity.rule(
                    "cloned",
                    "card_in_two_places",
                    "transit.taps",
                    "direction: at_least",
                    "ladder: {red: {raise: 200, clear: 200}}")),
            "stops.csv",
            """
            stop_id,stop_name,city_code,route_id,longitude,latitude,valid_from,valid_to
            here,这里,510100,,104.06,30.66,,
            there,那里,512000,,104.65,30.12,,
            """);

    /** An alert of one card is open, and a place of it waits. The rules were published, and are in the state. */
    public static OperatorSubtaskState state() throws Exception {
        try (var cards = WatchCardsTest.open(SmallCity.with("[]"), null)) {
            cards.processElement2(new StreamRecord<>(RULES));
            cards.processElement1(seen("here", 0));
            cards.processElement1(seen("there", 5));
            cards.processBothWatermarks(minute(5));
            cards.processElement1(seen("there", 9));
            return cards.snapshot(1, 1);
        }
    }

    @Test
    void theAlertGoesOnAndEndsWithThePlaceThatWaited() throws Exception {
        Map<String, OperatorSubtaskState> states = GoldenFiles.states("v1");
        try (var cards = WatchCardsTest.open(
                SmallCity.with("[]"), Objects.requireNonNull(states.get(CardsTopology.CARDS_UID)))) {
            cards.processBothWatermarks(minute(9));
            assertThat(cards.extractOutputValues())
                    .extracting(AlertTransition::state, AlertTransition::sequence, AlertTransition::onset)
                    .containsExactly(tuple(AlertState.RESOLVED, 1, minute(5).getTimestamp()));
        }
    }

    private static StreamRecord<SeenCard> seen(String stop, int minute) {
        long time = minute(minute).getTimestamp();
        return new StreamRecord<>(new SeenCard(5, 7, stop, time), time);
    }

    private static Watermark minute(int minute) {
        return new Watermark(Told.hour(8) + minute * BusinessTime.MINUTE);
    }
}
