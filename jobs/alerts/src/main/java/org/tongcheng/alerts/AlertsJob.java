package org.tongcheng.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.alerts.cards.RegionBundleSerializer;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.Intake;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaActionSource;
import org.tongcheng.plumbing.kafka.KafkaFeedSource;
import org.tongcheng.plumbing.kafka.KafkaReferenceSource;
import org.tongcheng.plumbing.kafka.KafkaResultSource;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.reference.RuleRefusal;
import org.tongcheng.reference.Rules;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.TapDecoder;

/** The alerts job: wires its topology between the results, the taps, what is published and done, and its ends. */
public final class AlertsJob {

    /** Topics of the results that are watched, without the prefix. */
    public static final List<String> RESULTS =
            List.of("transit.results", "air.results", "water.results", "region.results");

    private static final Logger LOG = LoggerFactory.getLogger(AlertsJob.class);

    private AlertsJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, AlertsConfig::from, AlertsJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(AlertsConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        List<String> topics = new ArrayList<>(RESULTS);
        topics.add(Feed.TRANSIT_TAPS.topic());
        topics.addAll(LiveEnds.alertTopics());
        LiveEnds.check(config.job(), topics);
        wire(environment, config);
        return environment;
    }

    public static void wire(StreamExecutionEnvironment environment, AlertsConfig config) {
        RegionBundle start = RegionDirectory.resolveBundle(config.job().region());
        Region region = start.region();
        tellOfRules(start.rules(region));
        AlertsTopology.Inputs inputs = new AlertsTopology.Inputs(
                KafkaResultSource.stream(environment, config.job(), RESULTS, Duration.ZERO, "results-source"),
                taps(environment, config, region),
                published(KafkaReferenceSource.stream(environment, config.job(), region.id(), "reference-source")),
                KafkaActionSource.stream(environment, config.job(), "actions-source"),
                config.job().kafka().bounded() ? AlertsTopology.Pace.RECORDED : AlertsTopology.Pace.LIVE);
        LiveEnds.writeAlerts(AlertsTopology.of(inputs, start, config), config.job(), region.zone());
    }

    private static DataStream<Tap> taps(StreamExecutionEnvironment environment, AlertsConfig config, Region region) {
        TapDecoder decoder = new TapDecoder(region.sites());
        DataStream<Arrival<Tap>> arrivals = KafkaFeedSource.stream(
                environment,
                config.job(),
                decoder,
                TypeInformation.of(new TypeHint<>() {}),
                config.outOfOrderness(),
                "taps-source");
        // What is refused here is the transit job's to tell.
        return Intake.gate(arrivals, decoder, TypeInformation.of(Tap.class)).inTime();
    }

    /** A region that was taken back goes on as it was: a job cannot do without one. */
    private static DataStream<RegionBundle> published(DataStream<PublishedRegion> regions) {
        return regions.<RegionBundle>flatMap(
                        (region, out) -> {
                            if (!region.files().isEmpty()) {
                                out.collect(bundle(region));
                            }
                        },
                        RegionBundleSerializer.BUNDLE)
                .uid("alerts-published")
                .name("alerts-published")
                .setParallelism(1);
    }

    private static RegionBundle bundle(PublishedRegion region) {
        Map<String, byte[]> files = new HashMap<>();
        region.files().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new RegionBundle(files);
    }

    private static void tellOfRules(Rules rules) {
        for (RuleRefusal refusal : rules.refused()) {
            LOG.warn("refused: {}", refusal);
        }
    }
}
