package org.tongcheng.plumbing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.PlainDecoder;
import org.tongcheng.testkit.PlainRecord;

@SuppressWarnings("try") // closing may be interrupted
class FileFeedSourceTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    private final StreamExecutionEnvironment environment =
            StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment());

    private DataStream<Arrival<PlainRecord>> source(Path file) {
        return FileFeedSource.stream(
                environment,
                file,
                new PlainDecoder(Feed.AIR_OBSERVATIONS),
                TypeInformation.of(new TypeHint<>() {}),
                Duration.ofSeconds(1),
                "plain-source");
    }

    private static <T> List<T> collected(DataStream<T> stream) throws Exception {
        List<T> collected = new ArrayList<>();
        try (CloseableIterator<T> all = stream.executeAndCollect()) {
            all.forEachRemaining(collected::add);
        }
        return collected;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("air.observations.jsonl"), content);
    }

    @Test
    void handsOutLinesInTheirOrderWithTheirPlace() throws Exception {
        List<Arrival<PlainRecord>> arrivals = collected(source(file("20\n\nbroken\n10\n")));

        assertThat(arrivals).extracting(Arrival::offset).containsExactly(0L, 1L, 2L, 3L);
        assertThat(arrivals)
                .extracting(arrival -> new String(arrival.payload(), StandardCharsets.UTF_8))
                .containsExactly("20", "", "broken", "10");
        assertThat(arrivals)
                .extracting(arrival -> arrival.decoded().value() != null)
                .containsExactly(true, false, false, true);
        assertThat(arrivals).allSatisfy(arrival -> {
            assertThat(arrival.topic()).isEqualTo("air.observations");
            assertThat(arrival.partition()).isZero();
            assertThat(arrival.decoded().arrivedAt()).isEqualTo(FeedRecord.UNKNOWN_TIME);
        });
    }

    @Test
    void endsAtOnceWhenTheFileIsEmpty() throws Exception {
        assertThat(collected(source(file("")))).isEmpty();
    }

    @Test
    void failsWithTheNameOfAFileThatCannotBeRead() {
        Path missing = folder.resolve("missing.jsonl");

        assertThatThrownBy(() -> collected(source(missing))).hasStackTraceContaining("cannot read " + missing);
    }
}
