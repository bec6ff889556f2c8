package org.tongcheng.region;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaResultSource;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;

/** The region job: wires its topology between the three result topics, Kafka and InfluxDB. */
public final class RegionJob {

    public static final String RESULTS = "region.results";
    public static final List<String> INPUTS = List.of("transit.results", "air.results", "water.results");

    private RegionJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, RegionConfig::from, RegionJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(RegionConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        List<String> topics = new ArrayList<>(INPUTS);
        topics.add(RESULTS);
        LiveEnds.check(config.job(), topics);
        wire(environment, config);
        return environment;
    }

    public static void wire(StreamExecutionEnvironment environment, RegionConfig config) {
        Region region = RegionDirectory.resolve(config.job().region());
        DataStream<Result> inputs =
                KafkaResultSource.stream(environment, config.job(), INPUTS, Duration.ZERO, "region-source");
        DataStream<Result> hours = RegionTopology.of(inputs, region, config.settling());
        LiveEnds.writeResults(hours, RESULTS, config.job(), region.zone());
    }
}
