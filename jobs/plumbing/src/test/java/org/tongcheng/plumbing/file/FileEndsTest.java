package org.tongcheng.plumbing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.StrictEnvironment;

class FileEndsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long HOUR = 3_600_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    private final StreamExecutionEnvironment environment =
            StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment());

    private static Result unmatched(String city, long time, int revision) {
        return unmatched(city, time, revision, revision + 1);
    }

    private static Result unmatched(String city, long time, int revision, int entries) {
        return Measurement.TRANSIT_UNMATCHED_1H
                .at(time)
                .tag("city_code", city)
                .integer("entries_without_exit", entries)
                .integer("exits_without_entry", 0L)
                .build(revision);
    }

    private static DeadLetter deadLetter(String feed, int partition, long offset) {
        return new DeadLetter(
                feed, RejectionReason.MALFORMED_JSON, null, null, "x", "utf8", feed, partition, offset, HOUR);
    }

    private static LateRecord late(String feed, long offset) {
        return new LateRecord(feed, HOUR, 2 * HOUR, "x", "utf8", feed, 0, offset, HOUR);
    }

    private JobOutput output(String name, List<Result> results, List<DeadLetter> deadLetters, List<LateRecord> late) {
        return new JobOutput(
                stream(name + "-results", results, Result.class),
                stream(name + "-dead-letters", deadLetters, DeadLetter.class),
                stream(name + "-late", late, LateRecord.class));
    }

    private <T> DataStream<T> stream(String uid, List<T> values, Class<T> type) {
        return environment.fromData(values, TypeInformation.of(type)).uid(uid);
    }

    private List<String> lines(String topic) throws Exception {
        return Files.readAllLines(folder.resolve("out").resolve(topic + ".jsonl"));
    }

    @Test
    void writesTheOutputOfSeveralJobs() throws Exception {
        JobOutput transit = output(
                "transit",
                List.of(
                        unmatched("511400", 0, 0),
                        unmatched("510100", HOUR, 0),
                        unmatched("510100", 0, 2),
                        unmatched("510100", 0, 1)),
                List.of(deadLetter("transit.taps", 10, 3), deadLetter("transit.taps", 9, 4)),
                List.of(late("transit.taps", 8), late("transit.taps", 7)));
        JobOutput air = output(
                "air",
                List.of(unmatched("510100", 0, 0)),
                List.of(deadLetter("air.observations", 0, 12)),
                List.of(late("air.observations", 100)));

        FileEnds.write(Map.of("transit.results", transit, "air.results", air), folder.resolve("out"), ZONE);
        environment.execute();

        assertThat(lines("transit.results"))
                .containsExactly(
                        point("510100", "1970-01-01T08:00:00+08:00", 3),
                        point("510100", "1970-01-01T09:00:00+08:00", 1),
                        point("511400", "1970-01-01T08:00:00+08:00", 1));
        assertThat(lines("air.results")).containsExactly(point("510100", "1970-01-01T08:00:00+08:00", 1));
        assertThat(lines("deadletters"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"air.observations\"", "\"offset\":12"),
                        line -> assertThat(line).contains("\"transit.taps\"", "\"partition\":9"),
                        line -> assertThat(line).contains("\"transit.taps\"", "\"partition\":10"));
        assertThat(lines("late"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"air.observations\"", "\"offset\":100"),
                        line -> assertThat(line).contains("\"transit.taps\"", "\"offset\":7"),
                        line -> assertThat(line).contains("\"transit.taps\"", "\"offset\":8"));
    }

    @Test
    void leavesOutWhatHasComeUndone() throws Exception {
        List<Result> results =
                List.of(unmatched("510100", 0, 0, 1), unmatched("510100", 0, 1, 0), unmatched("511400", 0, 0, 1));

        FileEnds.writeResults(stream("results", results, Result.class), folder.resolve("out"), "transit.results", ZONE);
        environment.execute();

        assertThat(lines("transit.results")).containsExactly(point("511400", "1970-01-01T08:00:00+08:00", 1));
    }

    private static String point(String city, String time, int entries) {
        return "{\"measurement\":\"transit_unmatched_1h\",\"tags\":{\"city_code\":\"" + city + "\"},\"time\":\"" + time
                + "\",\"fields\":{\"entries_without_exit\":" + entries + ",\"exits_without_entry\":0}}";
    }
}
