package org.tongcheng.water;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaFeedSource;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.WaterObservationDecoder;

/** The water job: wires its topology between Kafka and InfluxDB. */
public final class WaterJob {

    public static final String RESULTS = "water.results";

    private WaterJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, WaterConfig::from, WaterJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(WaterConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        LiveEnds.check(config.job(), LiveEnds.topics(Feed.WATER_OBSERVATIONS.topic(), RESULTS));
        wire(environment, config);
        return environment;
    }

    public static void wire(StreamExecutionEnvironment environment, WaterConfig config) {
        Region region = RegionDirectory.resolve(config.job().region());
        FeedDecoder<WaterObservation> decoder = new WaterObservationDecoder(region.sites());
        DataStream<Arrival<WaterObservation>> arrivals = KafkaFeedSource.stream(
                environment,
                config.job(),
                decoder,
                TypeInformation.of(new TypeHint<>() {}),
                Duration.ZERO,
                "water-source");
        LiveEnds.write(WaterTopology.of(arrivals, decoder, region), RESULTS, config.job(), region.zone());
    }
}
