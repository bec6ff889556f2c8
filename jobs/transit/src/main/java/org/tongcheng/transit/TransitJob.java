package org.tongcheng.transit;

import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaFeedSource;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.TapDecoder;

/** The transit job: wires its topology between Kafka and InfluxDB. */
public final class TransitJob {

    public static final String RESULTS = "transit.results";

    private TransitJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, TransitConfig::from, TransitJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(TransitConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        LiveEnds.check(config.job(), LiveEnds.topics(Feed.TRANSIT_TAPS.topic(), RESULTS));
        wire(environment, config);
        return environment;
    }

    public static void wire(StreamExecutionEnvironment environment, TransitConfig config) {
        Region region = RegionDirectory.resolve(config.job().region());
        LiveEnds.write(output(environment, config, region), RESULTS, config.job(), region.zone());
    }

    /** The job without its ends: from its topic to its outputs. */
    public static JobOutput output(StreamExecutionEnvironment environment, TransitConfig config, Region region) {
        FeedDecoder<Tap> decoder = new TapDecoder(region.sites());
        DataStream<Arrival<Tap>> arrivals = KafkaFeedSource.stream(
                environment,
                config.job(),
                decoder,
                TypeInformation.of(new TypeHint<>() {}),
                config.outOfOrderness(),
                "transit-source");
        return TransitTopology.of(arrivals, decoder, new BusinessTime(region.zone()));
    }
}
