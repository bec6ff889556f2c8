package org.tongcheng.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
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
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.file.FileEnds;
import org.tongcheng.plumbing.file.FileFeedSource;
import org.tongcheng.plumbing.file.LastRevisions;
import org.tongcheng.plumbing.intake.ActionStreams;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.plumbing.intake.Intake;
import org.tongcheng.plumbing.intake.IntakeStreams;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.region.RegionTopology;
import org.tongcheng.transit.TransitTopology;
import org.tongcheng.transit.serial.TransitTypes;
import org.tongcheng.water.WaterTopology;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.TapDecoder;
import org.tongcheng.wire.WaterObservationDecoder;

/**
 * The four topologies between file ends; the region job is fed from the streams of the others.
 *
 * <pre>
 * transit.taps.jsonl       -> transit -+-> transit.results.jsonl
 * air.observations.jsonl   -> air -----+-> air.results.jsonl
 * water.observations.jsonl -> water ---+-> water.results.jsonl
 *                                      +-> region -> region.results.jsonl
 *                                      +-> alerts -> alerts.jsonl, alert.results.jsonl
 *                                      ..> deadletters.jsonl, late.jsonl
 * </pre>
 */
final class JobsOverFiles {

    /** Topics of the results of each feed. */
    static final List<String> FEED_RESULTS = List.of("transit.results", "air.results", "water.results");

    /** Every file of an output folder. */
    static final List<String> FILES = List.of(
            "transit.results.jsonl",
            "air.results.jsonl",
            "water.results.jsonl",
            "region.results.jsonl",
            "alerts.jsonl",
            "alert.results.jsonl",
            "deadletters.jsonl",
            "late.jsonl",
            "ledger.json");

    private static final TypeInformation<Arrival<Tap>> TAPS = TypeInformation.of(new TypeHint<Arrival<Tap>>() {});
    private static final TypeInformation<Arrival<AirObservation>> AIR =
            TypeInformation.of(new TypeHint<Arrival<AirObservation>>() {});
    private static final TypeInformation<Arrival<WaterObservation>> WATER =
            TypeInformation.of(new TypeHint<Arrival<WaterObservation>>() {});

    /** As in the live job: later taps make revisions. */
    private static final Duration TAPS_OUT_OF_ORDER = Duration.ofMinutes(1);

    private JobsOverFiles() {}

    static void wire(StreamExecutionEnvironment environment, RecordedFeeds feeds, RegionBundle bundle, Path output) {
        Region region = bundle.region();
        AtomicReference<@Nullable DataStream<Tap>> taps = new AtomicReference<>();
        Map<String, JobOutput> outputs = new TreeMap<>();
        feeds.file(Feed.TRANSIT_TAPS).ifPresent(file -> {
            TapDecoder decoder = new TapDecoder(region.sites());
            DataStream<Arrival<Tap>> arrivals = source(environment, file, decoder, TAPS, TAPS_OUT_OF_ORDER);
            IntakeStreams<Tap> intake = Intake.gate(arrivals, decoder, TransitTypes.TAP);
            taps.set(intake.inTime());
            outputs.put("transit.results", TransitTopology.of(intake, new BusinessTime(region.zone())));
        });
        feeds.file(Feed.AIR_OBSERVATIONS).ifPresent(file -> {
            AirObservationDecoder decoder = new AirObservationDecoder(region.sites());
            DataStream<Arrival<AirObservation>> arrivals = source(environment, file, decoder, AIR, Duration.ZERO);
            outputs.put("air.results", AirTopology.of(arrivals, decoder, region, IndexWeights.EQUAL));
        });
        feeds.file(Feed.WATER_OBSERVATIONS).ifPresent(file -> {
            WaterObservationDecoder decoder = new WaterObservationDecoder(region.sites());
            DataStream<Arrival<WaterObservation>> arrivals = source(environment, file, decoder, WATER, Duration.ZERO);
            outputs.put("water.results", WaterTopology.of(arrivals, decoder, region));
        });
        DataStream<Result> all = outputs.values().stream()
                .map(JobOutput::results)
                .reduce((one, other) -> one.union(other))
                .orElseThrow();
        FileEnds.write(outputs, output, region.zone());
        DataStream<Result> hours = RegionTopology.of(all, region, RegionTopology.SETTLING);
        FileEnds.writeResults(hours, output, "region.results", region.zone());
        FileEnds.writeAlerts(alerts(environment, all.union(hours), taps.get(), bundle), output, region.zone());
    }

    /**
     * Judged is what the values are in the end, so that alerts depend on the order of arrival no more than results do: none
     * is retracted. Nothing is published and nobody acts while recorded files are read. Records of unknown arrival are
     * counted in the first minute of 1970, in which nothing is judged.
     */
    private static AlertOutput alerts(
            StreamExecutionEnvironment environment,
            DataStream<Result> results,
            @Nullable DataStream<Tap> taps,
            RegionBundle bundle) {
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
        String wholeRecording = Feed.TRANSIT_TAPS.lateness().toHours() + "h";
        AlertsConfig config =
                Settings.read(new String[] {"--card-hold-back", wholeRecording}, Map.of(), AlertsConfig::from);
        return AlertsTopology.of(
                new AlertsTopology.Inputs(
                        LastRevisions.of(dated, "alerts-settled"),
                        taps,
                        reference,
                        new ActionStreams(actions, letters)),
                bundle,
                config);
    }

    private static <T extends FeedRecord> DataStream<Arrival<T>> source(
            StreamExecutionEnvironment environment,
            Path file,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness) {
        return FileFeedSource.stream(
                environment,
                file,
                decoder,
                type,
                outOfOrderness,
                decoder.feed().topic().replace('.', '-') + "-file-source");
    }
}
