package org.tongcheng.air;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaFeedSource;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.FeedDecoder;

/** The air job: wires its topology between Kafka and InfluxDB. */
public final class AirJob {

    public static final String RESULTS = "air.results";

    private AirJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, AirConfig::from, AirJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(AirConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        LiveEnds.check(config.job(), LiveEnds.topics(Feed.AIR_OBSERVATIONS.topic(), RESULTS));
        wire(environment, config);
        return environment;
    }

    public static void wire(StreamExecutionEnvironment environment, AirConfig config) {
        Region region = RegionDirectory.resolve(config.job().region());
        FeedDecoder<AirObservation> decoder = new AirObservationDecoder(region.sites());
        DataStream<Arrival<AirObservation>> arrivals = KafkaFeedSource.stream(
                environment,
                config.job(),
                decoder,
                TypeInformation.of(new TypeHint<>() {}),
                Duration.ZERO,
                "air-source");
        LiveEnds.write(
                AirTopology.of(arrivals, decoder, region, config.weights()), RESULTS, config.job(), region.zone());
    }
}
