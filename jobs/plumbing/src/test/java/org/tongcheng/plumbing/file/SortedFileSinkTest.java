package org.tongcheng.plumbing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.job.StrictEnvironment;

@SuppressWarnings("try") // closing may be interrupted
class SortedFileSinkTest {

    private static final long MANY_RUNS = 2_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    private static SortedLine line(long order, int revision, String text, String... key) {
        return new SortedLine(List.of(key), order, revision, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path output() {
        return folder.resolve("out");
    }

    private List<String> written(List<SortedLine> lines, long memoryBytes) throws Exception {
        Files.deleteIfExists(output().resolve("topic.jsonl"));
        SortedFileSink sink = new SortedFileSink(output(), "topic.jsonl", memoryBytes);
        try (SinkWriter<SortedLine> writer = writer(sink)) {
            for (SortedLine line : lines) {
                writer.write(line, null);
            }
            writer.flush(false);
            assertThat(output().resolve("topic.jsonl")).doesNotExist();
            writer.flush(true);
        }
        return Files.readAllLines(output().resolve("topic.jsonl"));
    }

    private static SinkWriter<SortedLine> writer(SortedFileSink sink) throws IOException {
        return sink.createWriter(null);
    }

    private List<String> leftBeside() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void sortsByKeyThenOrder() throws Exception {
        List<SortedLine> lines = List.of(
                line(2, 0, "b2", "b"), line(1, 0, "b1", "b"), line(9, 0, "a9", "a"), line(9, 0, "ab", "a", "b"));

        assertThat(written(lines, MANY_RUNS)).containsExactly("a9", "ab", "b1", "b2");
    }

    @Test
    void keepsTheLastRevisionOfEachPoint() throws Exception {
        List<SortedLine> lines = List.of(
                line(1, 0, "first", "a"),
                line(1, 2, "third", "a"),
                line(1, 1, "second", "a"),
                line(2, 0, "other", "a"));

        assertThat(written(lines, Long.MAX_VALUE)).containsExactly("third", "other");
    }

    @Test
    void writesTheSameFromMemoryAndFromManyRuns() throws Exception {
        Random random = new Random(7);
        List<SortedLine> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int point = random.nextInt(500);
            lines.add(line(point % 10, i, point + " revision " + i, "station", Integer.toString(point / 10)));
        }
        List<String> fromMemory = written(lines, Long.MAX_VALUE);
        Collections.shuffle(lines, random);

        assertThat(written(lines, MANY_RUNS)).isEqualTo(fromMemory).hasSizeBetween(450, 500);
        assertThat(leftBeside()).containsExactly("out");
    }

    @Test
    void writesAnEmptyFileWhenThereIsNothing() throws Exception {
        assertThat(written(List.of(), MANY_RUNS)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheJobFails() throws Exception {
        try (SinkWriter<SortedLine> writer = writer(new SortedFileSink(output(), "topic.jsonl", 1))) {
            writer.write(line(1, 0, "a", "a"), null);
            assertThat(leftBeside()).containsExactly(".out-topic.jsonl");
        }

        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void clearsWhatAKilledProcessLeft() throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve(".out-topic.jsonl")).resolve("run-0"), "old");

        assertThat(written(List.of(line(1, 0, "a", "a")), 1)).containsExactly("a");
        assertThat(leftBeside()).containsExactly("out");
    }

    @Test
    void runsInAJob() throws Exception {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment());
        environment
                .fromData(line(2, 0, "b", "a"), line(1, 0, "a", "a"))
                .uid("lines")
                .sinkTo(new SortedFileSink(output(), "topic.jsonl"))
                .uid("file")
                .setParallelism(1);
        environment.execute();

        assertThat(output().resolve("topic.jsonl")).hasContent("a\nb\n");
    }

    @Test
    void writesNothingWhenTheJobFailsHalfWay() {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment());
        environment.setParallelism(1);
        environment
                .fromSequence(1, 10)
                .uid("numbers")
                .map(number -> {
                    if (number == 10) {
                        throw new IllegalStateException("half way");
                    }
                    return line(number, 0, "a", "a");
                })
                .uid("lines")
                .sinkTo(new SortedFileSink(output(), "topic.jsonl"))
                .uid("file");

        assertThatThrownBy(environment::execute).hasStackTraceContaining("half way");
        assertThat(output()).doesNotExist();
    }
}
