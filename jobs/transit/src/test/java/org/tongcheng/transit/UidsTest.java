package org.tongcheng.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.TapDecoder;

/** A uid is where a savepoint finds its state: one that changes loses it. */
class UidsTest {

    @Test
    void uidsAreThoseOfTheGoldenList() throws Exception {
        List<String> golden = GoldenFiles.uids();
        assertThat(uids()).containsExactlyInAnyOrderElementsOf(golden);
        assertThat(TransitTopology.UIDS).containsExactlyInAnyOrderElementsOf(golden);
    }

    private static List<String> uids() {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, StrictEnvironment.strict(new Configuration()));
        Tap tap = SampleTap.enter("a").tap();
        TypeInformation<Arrival<Tap>> type = TypeInformation.of(new TypeHint<>() {});
        DataStream<Arrival<Tap>> source = environment
                .fromData(type, new Arrival<>(Decoded.of(tap, 0), "transit.taps", 0, 0, new byte[0]))
                .uid("end-source")
                .assignTimestampsAndWatermarks(FeedWatermarks.strategy(Duration.ZERO))
                .uid("end-watermarks");
        JobOutput output = TransitTopology.of(
                source, new TapDecoder(Nowhere.INSTANCE), new BusinessTime(ZoneId.of("Asia/Shanghai")));
        output.results().sinkTo(new DiscardingSink<>()).uid("end-results");
        return GoldenFiles.uidsOf(environment).stream()
                .filter(uid -> !uid.startsWith("end-"))
                .toList();
    }
}
