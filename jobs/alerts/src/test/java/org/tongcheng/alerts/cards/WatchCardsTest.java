package org.tongcheng.alerts.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongcheng.alerts.Told;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.wire.AlertCodec;

final class WatchCardsTest {

    private static final RegionBundle SHIPPED = RegionDirectory.shippedBundle("chengdu");
    private static final String[] STOPS = farApart();

    /** The two ends of the region: no train goes from one to the other in five minutes. */
    private static String[] farApart() {
        var stops = RegionDirectory.shipped("chengdu").stops().stream()
                .filter(stop -> stop.longitude() != null)
                .toList();
        var west = stops.stream()
                .min(Comparator.comparing(stop -> stop.longitude()))
                .orElseThrow();
        var east = stops.stream()
                .max(Comparator.comparing(stop -> stop.longitude()))
                .orElseThrow();
        return new String[] {west.stopId(), east.stopId()};
    }

    private static RegionBundle withRules(@Nullable String rules) {
        Map<String, byte[]> files = new HashMap<>(SHIPPED.files());
        if (rules == null) {
            files.remove("rules.yaml");
        } else {
            files.put("rules.yaml", rules.getBytes(StandardCharsets.UTF_8));
        }
        return new RegionBundle(files);
    }

    static KeyedTwoInputStreamOperatorTestHarness<?, SeenCard, RegionBundle, AlertTransition> open(
            RegionBundle first, @Nullable OperatorSubtaskState restored) throws Exception {
        var harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new WatchCards(first, 1, 0), List.of(WatchCards.BUNDLE)),
                SeenCard.KEY,
                null,
                SeenCard.KEY_TYPE);
        harness.getExecutionConfig()
                .configure(StrictEnvironment.strict(new Configuration()), WatchCardsTest.class.getClassLoader());
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
        return harness;
    }

    private static StreamRecord<SeenCard> seen(int stop, int minute) {
        long time = Told.hour(8) + minute * BusinessTime.MINUTE;
        return new StreamRecord<>(new SeenCard(5, 7, STOPS[stop], time), time);
    }

    private static Watermark minute(int minute) {
        return new Watermark(Told.hour(8) + minute * BusinessTime.MINUTE);
    }

    private static List<AlertState> states(List<AlertTransition> alerts) {
        return alerts.stream().map(AlertTransition::state).toList();
    }

    @Test
    void raisesWhereNobodyCouldGoAndEndsWithTheNextTap() throws Exception {
        try (var cards = open(SHIPPED, null)) {
            cards.processElement1(seen(0, 0));
            cards.processElement1(seen(1, 5));
            cards.processElement1(seen(1, 5));
            assertThat(cards.extractOutputValues()).isEmpty();
            cards.processBothWatermarks(minute(5));
            AlertTransition raised = cards.extractOutputValues().get(0);
            assertThat(raised.entity().id()).matches("hk1:[0-9a-f]{32}").endsWith("0000000000000007");
            assertThat(raised.measurement()).isEqualTo("transit.taps");
            assertThat(raised.at()).isEqualTo(seen(1, 5).getTimestamp());
            assertThat(AlertCodec.decode(AlertCodec.encode(raised, ShanghaiTime.ZONE))
                            .rejection())
                    .isNull();

            cards.processElement1(seen(1, 5));
            cards.processElement1(seen(1, 9));
            cards.processBothWatermarks(minute(9));
            assertThat(states(cards.extractOutputValues()))
                    .endsWith(AlertState.RESOLVED)
                    .hasSize(2);
        }
    }

    @Test
    void forgetsACardAndEndsItsAlertSixHoursAfterItWasLastSeen() throws Exception {
        try (var cards = open(SHIPPED, null)) {
            cards.processElement1(seen(0, 0));
            cards.processElement1(seen(1, 5));
            cards.processBothWatermarks(minute(364));
            assertThat(states(cards.extractOutputValues())).containsExactly(AlertState.FIRING);
            cards.processBothWatermarks(minute(365));
            AlertTransition end = cards.extractOutputValues().get(1);
            assertThat(end.endReason()).isEqualTo(EndReason.EXPIRED);
            assertThat(end.at()).isEqualTo(minute(365).getTimestamp());
            assertThat(cards.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void forgetsACardWithoutAlertOnceNoPlaceIsTooFar() throws Exception {
        try (var cards = open(SHIPPED, null)) {
            long reach = new CardRules(SHIPPED).reachMillis();
            cards.processElement1(seen(0, 0));
            cards.processBothWatermarks(new Watermark(seen(0, 0).getTimestamp() + reach - 1));
            assertThat(cards.numKeyedStateEntries()).isPositive();
            cards.processBothWatermarks(new Watermark(seen(0, 0).getTimestamp() + reach));
            assertThat(cards.numKeyedStateEntries()).isZero();
            // From one end of the region to the other at 200 km/h.
            assertThat(Duration.ofMillis(reach)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(120));
        }
    }

    /** The card's next day has come already, but its turn has not. */
    @Test
    @Timeout(30)
    void endsTheAlertAlsoWhileAnotherPlaceWaits() throws Exception {
        try (var cards = open(SHIPPED, null)) {
            cards.processElement1(seen(0, 0));
            cards.processElement1(seen(1, 5));
            cards.processElement1(seen(0, 500));
            cards.processBothWatermarks(minute(365));
            AlertTransition end = cards.extractOutputValues().get(1);
            assertThat(end.endReason()).isEqualTo(EndReason.EXPIRED);
            assertThat(end.at()).isEqualTo(minute(365).getTimestamp());

            cards.processBothWatermarks(new Watermark(Long.MAX_VALUE));
            assertThat(cards.extractOutputValues()).hasSize(2);
            assertThat(cards.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void keepsNothingWithoutARule() throws Exception {
        try (var cards = open(withRules(null), null)) {
            cards.processElement1(seen(0, 0));
            assertThat(cards.numKeyedStateEntries() + cards.numEventTimeTimers())
                    .isZero();
        }
    }

    @Test
    void endsAlertsWhenTheirRuleGoes() throws Exception {
        try (var cards = open(SHIPPED, null)) {
            cards.processElement1(seen(0, 0));
            cards.processElement1(seen(1, 5));
            cards.processBothWatermarks(minute(6));
            cards.processElement2(new StreamRecord<>(new RegionBundle(Map.of())));
            assertThat(cards.extractOutputValues()).hasSize(1);
            cards.processElement2(new StreamRecord<>(withRules(null)));
            AlertTransition end = cards.extractOutputValues().get(1);
            assertThat(end.endReason()).isEqualTo(EndReason.RULE_CHANGED);
            assertThat(end.at()).isEqualTo(minute(6).getTimestamp());
            assertThat(cards.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void goesOnAfterARestoreUnderTheRulesLastBroadcast() throws Exception {
        try (var first = open(withRules(null), null)) {
            first.processElement2(new StreamRecord<>(SHIPPED));
            first.processElement1(seen(0, 0));
            first.processElement1(seen(1, 5));
            first.processBothWatermarks(minute(5));
            try (var restored = open(withRules(null), first.snapshot(1, 1))) {
                restored.processElement1(seen(1, 9));
                restored.processBothWatermarks(minute(9));
                assertThat(states(restored.extractOutputValues())).containsExactly(AlertState.RESOLVED);
            }
        }
    }

    @Property(tries = 30)
    void theOrderDoesNotMatterBeforeTheWatermark(
            @ForAll @Size(max = 15) List<@IntRange(max = 40) Integer> minutes, @ForAll Random order) throws Exception {
        List<Integer> shuffled = new ArrayList<>(minutes);
        shuffled.addAll(minutes);
        Collections.shuffle(shuffled, order);
        assertThat(of(shuffled)).isEqualTo(of(minutes));
    }

    private static List<AlertTransition> of(List<Integer> minutes) throws Exception {
        try (var cards = open(SHIPPED, null)) {
            for (int minute : minutes) {
                cards.processElement1(seen(minute % 3 % 2, minute));
            }
            cards.processBothWatermarks(new Watermark(Long.MAX_VALUE));
            assertThat(cards.numKeyedStateEntries()).isZero();
            return cards.extractOutputValues();
        }
    }
}
