package org.tongcheng.alerts;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.alerts.cards.CardsTopology;
import org.tongcheng.alerts.cards.SeenCard;
import org.tongcheng.alerts.cards.SelectSeenCards;
import org.tongcheng.alerts.cards.WatchCards;
import org.tongcheng.alerts.handling.HandlingTopology;
import org.tongcheng.alerts.operator.Control;
import org.tongcheng.alerts.operator.JudgeSettledCards;
import org.tongcheng.alerts.operator.WatchGroups;
import org.tongcheng.alerts.operator.WatchSeries;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.ActionStreams;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.NothingHeldBack;
import org.tongcheng.reference.RegionBundle;

/**
 * The alerts job between its ends: what the values say, then what staff do about it.
 *
 * <pre>
 * results -+--------------------------------------------> watch-series --+-> transitions -> {@link HandlingTopology}
 *          |                                              by series      |
 *          +--------------------------------------------> watch-groups --+
 * alerts-awaited, live only, at the first start ----------'              |
 *                                                         by measurement |
 * reference -> alerts-reference -+                            ^          |
 * actions ---> alerts-rectified -+-> alerts-control ~~~~~~~~~~' broadcast, to both
 * taps ------> {@link CardsTopology} ------------------------------------'
 * </pre>
 */
public final class AlertsTopology {

    public static final String REFERENCE_UID = "alerts-reference";
    public static final String RECTIFIED_UID = "alerts-rectified";
    public static final String CONTROL_UID = "alerts-control";
    public static final String SERIES_UID = "watch-series";
    public static final String GROUPS_UID = "watch-groups";
    public static final String AWAITED_UID = "alerts-awaited";
    public static final String ACTED_UID = "alerts-acted";

    /** The operators that see what values say. */
    public static final List<String> UIDS =
            List.of(REFERENCE_UID, RECTIFIED_UID, CONTROL_UID, SERIES_UID, GROUPS_UID, AWAITED_UID);

    private static final TypeInformation<Control> CONTROL = TypeInformation.of(Control.class);
    private static final TypeInformation<AlertTransition> TRANSITION = TypeInformation.of(AlertTransition.class);

    private AlertsTopology() {}

    /** How what the job reads comes. */
    public enum Pace {
        /** As it is made, so that a clock can tell what is silent. */
        LIVE,
        /** Faster or slower than it was made: what is silent, only later points tell. */
        RECORDED,
        /** Recorded, points in their last revisions and in order of time; nothing is published meanwhile. */
        SETTLED
    }

    /**
     * What the whole job reads.
     *
     * @param results of all jobs, the revisions of a point in their order, with watermarks
     * @param taps in time, duplicates still among them, with watermarks; null where there are none
     * @param reference regions that replace the one before, as they are published
     * @param actions of staff
     * @param pace how they come
     */
    public record Inputs(
            DataStream<Result> results,
            @Nullable DataStream<Tap> taps,
            DataStream<RegionBundle> reference,
            ActionStreams actions,
            Pace pace) {

        /** Of a recording. */
        public Inputs(
                DataStream<Result> results,
                @Nullable DataStream<Tap> taps,
                DataStream<RegionBundle> reference,
                ActionStreams actions) {
            this(results, taps, reference, actions, Pace.RECORDED);
        }
    }

    /** @param start the region in force at a first start; a restored job goes on with the one it had */
    public static AlertOutput of(Inputs inputs, RegionBundle start, AlertsConfig config) {
        DataStream<AlertAction> acted = inputs.actions()
                .actions()
                .map(ArrivedAction::action, TypeInformation.of(AlertAction.class))
                .uid(ACTED_UID)
                .name(ACTED_UID);
        Duration clock = inputs.pace() == Pace.LIVE ? config.silenceClock() : Duration.ZERO;
        DataStream<AlertTransition> transitions = evaluate(inputs.results(), inputs.reference(), acted, start, clock);
        DataStream<Tap> taps = inputs.taps();
        if (taps != null) {
            transitions = transitions.union(cards(taps, inputs, start, config));
        }
        return HandlingTopology.of(
                transitions,
                inputs.actions(),
                new BusinessTime(start.region().zone()),
                config.settling(),
                config.acknowledgeWithin());
    }

    private static DataStream<AlertTransition> cards(
            DataStream<Tap> taps, Inputs inputs, RegionBundle start, AlertsConfig config) {
        if (inputs.pace() == Pace.SETTLED) {
            return taps.flatMap(new SelectSeenCards(), SeenCard.TYPE)
                    .uid(CardsTopology.PLACES_UID)
                    .name(CardsTopology.PLACES_UID)
                    .keyBy(SeenCard.KEY, SeenCard.KEY_TYPE)
                    .transform(
                            CardsTopology.CARDS_UID, TRANSITION, new JudgeSettledCards(start, config.tokenKeyVersion()))
                    .uid(CardsTopology.CARDS_UID);
        }
        WatchCards cards = new WatchCards(
                start, config.tokenKeyVersion(), config.cardHoldBack().toMillis());
        return CardsTopology.of(taps, inputs.reference(), cards);
    }

    /**
     * Adds the watching of results behind its sources.
     *
     * @param results of all jobs, the revisions of a point in their order, with watermarks
     * @param reference regions that replace the one before, as they are published
     * @param actions of staff
     * @param start the region in force at a first start; a restored job goes on with the one it had
     * @param clock how old a point may be, when it comes, for the clock to tell of silence after it; zero for no clock
     * @return transitions without handling, those of one alert in their order
     */
    public static DataStream<AlertTransition> evaluate(
            DataStream<Result> results,
            DataStream<RegionBundle> reference,
            DataStream<AlertAction> actions,
            RegionBundle start,
            Duration clock) {
        DataStream<Control> control = control(reference, actions).broadcast();
        DataStream<AlertTransition> single = results.keyBy(Result::series)
                .connect(control)
                .transform(SERIES_UID, TRANSITION, new WatchSeries(start).operator())
                .uid(SERIES_UID);
        DataStream<Result> grouping = clock.isZero() ? results : results.union(awaited(results));
        DataStream<AlertTransition> grouped = grouping.keyBy(WatchGroups::keyOf)
                .connect(control)
                .transform(GROUPS_UID, TRANSITION, new WatchGroups(start, clock.toMillis()).operator())
                .uid(GROUPS_UID);
        return single.union(grouped);
    }

    /** One point of nobody for each measurement: so that is told of, too, of which nothing comes from the first start on. */
    private static DataStream<Result> awaited(DataStream<Result> results) {
        List<Result> all =
                Stream.of(Measurement.values()).map(WatchGroups::awaited).toList();
        return results.getExecutionEnvironment()
                .fromData(all, results.getType())
                .uid(AWAITED_UID)
                .name(AWAITED_UID);
    }

    private static DataStream<Control> control(DataStream<RegionBundle> reference, DataStream<AlertAction> actions) {
        DataStream<Control> regions = reference
                .map(bundle -> new Control(bundle, null), CONTROL)
                .uid(REFERENCE_UID)
                .name(REFERENCE_UID);
        DataStream<Control> rectified = actions.<Control>flatMap(
                        (action, out) -> {
                            if (action.action() == ActionKind.RECTIFIED) {
                                out.collect(new Control(null, action));
                            }
                        },
                        CONTROL)
                .uid(RECTIFIED_UID)
                .name(RECTIFIED_UID);
        return regions.union(rectified)
                .assignTimestampsAndWatermarks(NothingHeldBack.strategy())
                .uid(CONTROL_UID)
                .name(CONTROL_UID);
    }
}
