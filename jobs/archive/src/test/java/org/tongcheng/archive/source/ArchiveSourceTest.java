package org.tongcheng.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.archive.TestArchive.DAY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.TestCluster;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.archive.index.ArchiveIndex;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.PlainDecoder;
import org.tongcheng.testkit.PlainRecord;

@SuppressWarnings("try") // closing may be interrupted
class ArchiveSourceTest {

    private static final TypeInformation<Arrival<PlainRecord>> ARRIVALS = TypeInformation.of(new TypeHint<>() {});
    private static final int PARTITIONS = 3;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path root = Path.of("");

    private void archive(int rowsOfEach) throws IOException {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int part = 0; part < 2; part++) {
                List<ArchivedRecord> records = new ArrayList<>();
                for (int offset = part; offset < rowsOfEach; offset += 2) {
                    records.add(TestArchive.record(partition, offset, DAY + offset));
                }
                new TestArchive(root).write("part-" + part + ".parquet", records);
            }
        }
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        return StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(configuration))
                .setParallelism(parallelism);
    }

    private DataStream<Arrival<PlainRecord>> source(StreamExecutionEnvironment environment, ReplayRange range) {
        PlainDecoder decoder = new PlainDecoder(Feed.TRANSIT_TAPS);
        try {
            return ArchiveSource.of(ArchiveIndex.of(root.toString()).files(decoder.feed(), range), decoder, range)
                    .stream(environment, ARRIVALS, Duration.ofSeconds(1), "replay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Subtask, partition and offset of each arrival, in the order in which each subtask saw them. */
    private static List<Tuple3<Integer, Integer, Long>> places(DataStream<Arrival<PlainRecord>> arrivals)
            throws Exception {
        List<Tuple3<Integer, Integer, Long>> places = new ArrayList<>();
        try (CloseableIterator<Tuple3<Integer, Integer, Long>> all = arrivals.process(new Place())
                .returns(Types.TUPLE(Types.INT, Types.INT, Types.LONG))
                .uid("place")
                .executeAndCollect()) {
            all.forEachRemaining(places::add);
        }
        return places;
    }

    private static final class Place extends ProcessFunction<Arrival<PlainRecord>, Tuple3<Integer, Integer, Long>> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                Arrival<PlainRecord> arrival, Context context, Collector<Tuple3<Integer, Integer, Long>> out) {
            out.collect(Tuple3.of(
                    getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), arrival.partition(), arrival.offset()));
        }
    }

    private static List<Long> offsets(List<Tuple3<Integer, Integer, Long>> places, int partition) {
        return places.stream()
                .filter(place -> place.f1 == partition)
                .map(place -> place.f2)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void readsEachPartitionInItsOrderAtTheReaderThatKafkasSourceGivesItTo(int parallelism) throws Exception {
        archive(4_000);

        List<Tuple3<Integer, Integer, Long>> places =
                places(source(environment(parallelism), new ReplayRange(DAY + 100, DAY + 3_900, DAY + 50)));

        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(offsets(places, partition))
                    .hasSize(3_850)
                    .isSorted()
                    .startsWith(50L)
                    .endsWith(3_899L);
        }
        Map<Integer, Integer> readers = places.stream()
                .collect(Collectors.toMap(place -> place.f1, place -> place.f0, (one, other) -> {
                    assertThat(one).isEqualTo(other);
                    return one;
                }));
        assertThat(readers).allSatisfy((partition, reader) -> assertThat(reader)
                .isEqualTo((readers.getOrDefault(0, 0) + partition) % parallelism));
    }

    @Test
    void decodesAnewWithTheTimeOfArrival() throws Exception {
        new TestArchive(root).write("a.parquet", TestArchive.record(0, 5, DAY, DAY + 9, Verdict.ACCEPTED));
        List<Arrival<PlainRecord>> arrivals = new ArrayList<>();
        try (CloseableIterator<Arrival<PlainRecord>> all =
                source(environment(1), new ReplayRange(0, 2 * DAY, 0)).executeAndCollect()) {
            all.forEachRemaining(arrivals::add);
        }

        assertThat(arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.topic()).isEqualTo("transit.taps");
            assertThat(arrival.offset()).isEqualTo(5);
            assertThat(new String(arrival.payload(), StandardCharsets.UTF_8)).isEqualTo(Long.toString(DAY));
            assertThat(arrival.decoded().value()).isEqualTo(new PlainRecord(DAY, DAY + 9, false));
        });
    }

    @Test
    void endsAtOnceWhereNothingIsArchived() throws Exception {
        assertThat(places(source(environment(2), new ReplayRange(0, DAY, 0)))).isEmpty();
    }

    @Test
    void failsWithTheNameOfAFileThatCannotBeRead() throws Exception {
        archive(10);
        Path broken = root.resolve("feed=transit.taps/event_date=1970-01-02/kafka_partition=0/part-1.parquet");
        Files.writeString(broken, "broken");
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment());

        assertThatThrownBy(() -> places(source(environment, new ReplayRange(0, 2 * DAY, 0))))
                .hasStackTraceContaining("part-1.parquet: it is no Parquet file");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void losesAndRepeatsNothingWhenItIsRestored(int parallelism) throws Exception {
        archive(100_000);
        FailAfterCheckpoint.FAILED.clear();
        StreamExecutionEnvironment environment = environment(parallelism);
        environment.enableCheckpointing(10);

        List<Tuple3<Integer, Integer, Long>> places = places(source(environment, new ReplayRange(0, 2 * DAY, 0))
                .map(new FailAfterCheckpoint("" + parallelism))
                .returns(ARRIVALS)
                .uid("fail"));

        assertThat(FailAfterCheckpoint.FAILED).containsKey("" + parallelism);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(offsets(places, partition)).hasSize(100_000).isSorted().doesNotHaveDuplicates();
        }
    }

    /** Fails once, some records after a checkpoint was completed that is not the first thing that happens. */
    private static final class FailAfterCheckpoint extends RichMapFunction<Arrival<PlainRecord>, Arrival<PlainRecord>>
            implements CheckpointListener {

        static final Map<String, Boolean> FAILED = new ConcurrentHashMap<>();

        private static final long serialVersionUID = 1L;

        private final String name;
        private long mapped;
        private long checkpointed = Long.MAX_VALUE;

        FailAfterCheckpoint(String name) {
            this.name = name;
        }

        @Override
        public Arrival<PlainRecord> map(Arrival<PlainRecord> arrival) {
            mapped++;
            if (mapped > checkpointed + 1_500 && FAILED.putIfAbsent(name, true) == null) {
                throw new IllegalStateException("on purpose");
            }
            return arrival;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpointed = mapped > 0 ? Math.min(checkpointed, mapped) : checkpointed;
        }
    }
}
