package org.tongcheng.local.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tongcheng.air.AirJob;
import org.tongcheng.air.AirTopology;
import org.tongcheng.alerts.AlertsConfig;
import org.tongcheng.alerts.AlertsTopology;
import org.tongcheng.alerts.cards.RegionBundleSerializer;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.file.LastRevisions;
import org.tongcheng.plumbing.intake.ActionStreams;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.plumbing.intake.Intake;
import org.tongcheng.plumbing.intake.IntakeStreams;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.region.RegionJob;
import org.tongcheng.region.RegionTopology;
import org.tongcheng.transit.TransitJob;
import org.tongcheng.transit.TransitTopology;
import org.tongcheng.transit.serial.TransitTypes;
import org.tongcheng.water.WaterJob;
import org.tongcheng.water.WaterTopology;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.TapDecoder;
import org.tongcheng.wire.WaterObservationDecoder;

/**
 * All topologies in one bounded job, between the feeds and the ends that they are given; the region and the alerts job are fed
 * from the streams of the others.
 *
 * <pre>
 * transit.taps       -> transit -+-> transit.results
 * air.observations   -> air -----+-> air.results
 * water.observations -> water ---+-> water.results
 *                                +-> region -> region.results
 *                                +-> alerts -> alerts, alert.results
 *                                ..> deadletters, late
 * </pre>
 *
 * @param coverage of a replay: what lies outside of it is not told, and what it has in part is marked; null where all is told
 * @param pace how alerts are judged
 */
public record BoundedJobs(
        FeedStreams feeds, RegionBundle bundle, @Nullable Coverage coverage, AlertsTopology.Pace pace) {

    private static final TypeInformation<Arrival<Tap>> TAPS = TypeInformation.of(new TypeHint<Arrival<Tap>>() {});
    private static final TypeInformation<Arrival<AirObservation>> AIR =
            TypeInformation.of(new TypeHint<Arrival<AirObservation>>() {});
    private static final TypeInformation<Arrival<WaterObservation>> WATER =
            TypeInformation.of(new TypeHint<Arrival<WaterObservation>>() {});

    /** As in the live job: later taps make revisions. */
    private static final Duration TAPS_OUT_OF_ORDER = Duration.ofMinutes(1);

    /** Adds them to an environment. */
    public void wire(StreamExecutionEnvironment environment, RunEnds ends) {
        Region region = bundle.region();
        Map<String, JobOutput> outputs = new TreeMap<>();
        IntakeStreams<Tap> taps =
                intake(environment, new TapDecoder(region.sites()), TAPS, TransitTypes.TAP, TAPS_OUT_OF_ORDER);
        if (taps != null) {
            outputs.put(TransitJob.RESULTS, TransitTopology.of(taps, new BusinessTime(region.zone())));
        }
        IntakeStreams<AirObservation> air = intake(
                environment,
                new AirObservationDecoder(region.sites()),
                AIR,
                TypeInformation.of(AirObservation.class),
                Duration.ZERO);
        if (air != null) {
            outputs.put(AirJob.RESULTS, AirTopology.of(air, region, IndexWeights.EQUAL));
        }
        IntakeStreams<WaterObservation> water = intake(
                environment,
                new WaterObservationDecoder(region.sites()),
                WATER,
                TypeInformation.of(WaterObservation.class),
                Duration.ZERO);
        if (water != null) {
            outputs.put(WaterJob.RESULTS, WaterTopology.of(water, region));
        }
        end(environment, outputs, taps == null ? null : taps.inTime(), ends);
    }

    private void end(
            StreamExecutionEnvironment environment,
            Map<String, JobOutput> outputs,
            @Nullable DataStream<Tap> taps,
            RunEnds ends) {
        DataStream<Result> all = outputs.values().stream()
                .map(JobOutput::results)
                .reduce((one, other) -> one.union(other))
                .orElseThrow();
        DataStream<Result> hours = RegionTopology.of(all, bundle.region(), RegionTopology.SETTLING);
        AlertOutput alerts = alerts(environment, complete(all.union(hours)), taps);
        Map<String, JobOutput> told = new TreeMap<>();
        outputs.forEach((topic, output) ->
                told.put(topic, new JobOutput(told(output.results(), topic), output.deadLetters(), output.late())));
        ends.write(told);
        ends.writeResults(told(hours, RegionJob.RESULTS), RegionJob.RESULTS);
        ends.writeAlerts(told(alerts));
    }

    private <T extends FeedRecord> @Nullable IntakeStreams<T> intake(
            StreamExecutionEnvironment environment,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> arrivals,
            TypeInformation<T> type,
            Duration outOfOrderness) {
        DataStream<Arrival<T>> stream = feeds.stream(environment, decoder, arrivals, outOfOrderness);
        return stream == null ? null : Intake.gate(stream, decoder, type, feeds.range(decoder.feed()));
    }

    /**
     * Judged is what the values are in the end, so that alerts depend on the order of arrival no more than results do: none
     * is retracted. Who reads at a speed wants to see them when they come, as live ones do. Nothing is published and nobody
     * acts while recorded feeds are read. Records of unknown arrival are counted in the first minute of 1970, in which nothing
     * is judged.
     */
    private AlertOutput alerts(
            StreamExecutionEnvironment environment, DataStream<Result> results, @Nullable DataStream<Tap> taps) {
        DataStream<RegionBundle> reference = environment
                .fromData(List.of(bundle), RegionBundleSerializer.BUNDLE)
                .uid("reference-file-source")
                .setParallelism(1);
        DataStream<ArrivedAction> actions = reference
                .<ArrivedAction>flatMap((region, out) -> {}, TypeInformation.of(ArrivedAction.class))
                .uid("no-actions");
        DataStream<DeadLetter> letters = reference
                .<DeadLetter>flatMap((region, out) -> {}, TypeInformation.of(DeadLetter.class))
                .uid("no-dead-letters");
        DataStream<Result> dated = results.filter(point -> point.time() > 0).uid("alerts-dated");
        DataStream<Result> judged =
                pace == AlertsTopology.Pace.SETTLED ? LastRevisions.of(dated, "alerts-settled") : dated;
        AlertsConfig config = Settings.read(new String[0], Map.of(), AlertsConfig::from);
        return AlertsTopology.of(
                new AlertsTopology.Inputs(
                        judged,
                        taps == null ? null : recent(taps),
                        reference,
                        new ActionStreams(actions, letters),
                        pace),
                bundle,
                config);
    }

    /** Of the weeks that warm up what is usual no card is remembered. */
    private DataStream<Tap> recent(DataStream<Tap> taps) {
        Coverage covered = coverage;
        if (covered == null) {
            return taps;
        }
        long since = covered.from() - Feed.TRANSIT_TAPS.lateness().toMillis();
        return taps.filter(tap -> tap.eventTime() >= since).uid("alerts-recent-taps");
    }

    /** A window that was read in part would be judged by a value that it never had. */
    private DataStream<Result> complete(DataStream<Result> points) {
        Coverage covered = coverage;
        return covered == null ? points : points.filter(covered::complete).uid("alerts-complete");
    }

    private DataStream<Result> told(DataStream<Result> points, String topic) {
        Coverage covered = coverage;
        String uid = topic.replace('.', '-') + "-covered";
        return covered == null
                ? points
                : points.flatMap(new TellCovered(covered), ResultSerializer.RESULT)
                        .uid(uid)
                        .name(uid)
                        .setParallelism(points.getParallelism());
    }

    private AlertOutput told(AlertOutput alerts) {
        Coverage covered = coverage;
        if (covered == null) {
            return alerts;
        }
        return new AlertOutput(
                alerts.transitions()
                        .filter(alert -> alert.at() >= covered.from() && alert.at() < covered.to())
                        .uid("alerts-covered")
                        .name("alerts-covered")
                        .setParallelism(alerts.transitions().getParallelism()),
                told(alerts.points(), KafkaAlertOutputs.POINTS),
                alerts.deadLetters());
    }
}
