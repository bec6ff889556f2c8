package org.tongcheng.alerts.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;

class SettledCardsTest {

    private static final RegionBundle SHIPPED = RegionDirectory.shippedBundle("chengdu");

    /** 2026-03-05T08:00+08:00. */
    private static final long EIGHT = 1_772_668_800_000L;

    private static final List<String> STOPS = RegionDirectory.shipped("chengdu").stops().stream()
            .filter(stop -> stop.longitude() != null)
            .map(stop -> stop.stopId())
            .toList();

    /** Far and near stops, seconds and hours apart, some at once, some twice, one that nobody knows. */
    @Provide
    Arbitrary<List<SeenCard>> seen() {
        Arbitrary<String> stop = Arbitraries.of(
                STOPS.get(0), STOPS.get(1), STOPS.get(STOPS.size() / 2), STOPS.get(STOPS.size() - 1), "nowhere");
        Arbitrary<Long> time =
                Arbitraries.longs().between(0, 40).map(steps -> EIGHT + steps * steps * BusinessTime.MINUTE / 2);
        return Combinators.combine(Arbitraries.longs().between(1, 3), stop, time)
                .as((card, where, when) -> new SeenCard(card, 7, where, when))
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 200)
    void tellsWhatWatchingInOrderTells(@ForAll("seen") List<SeenCard> seen) throws Exception {
        assertThat(settled(seen)).containsExactlyInAnyOrderElementsOf(watched(seen));
    }

    private static List<AlertTransition> settled(List<SeenCard> seen) throws Exception {
        SettledCards cards = new SettledCards(SHIPPED, 1);
        seen.forEach(cards::add);
        List<AlertTransition> told = new ArrayList<>();
        cards.judge(told::add);
        return told;
    }

    private static List<AlertTransition> watched(List<SeenCard> seen) throws Exception {
        try (var harness = WatchCardsTest.open(SHIPPED, null)) {
            for (SeenCard card : seen) {
                harness.processElement1(card, card.time());
            }
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            return new ArrayList<>(harness.extractOutputValues());
        }
    }
}
