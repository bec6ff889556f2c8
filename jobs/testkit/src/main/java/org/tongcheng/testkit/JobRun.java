package org.tongcheng.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

/**
 * What a job made of a bounded input.
 *
 * @param results every revision
 */
public record JobRun(List<Result> results, List<DeadLetter> deadLetters, List<LateRecord> late) {

    /** Of a job that refuses nothing. */
    public JobRun(List<Result> results) {
        this(results, List.of(), List.of());
    }

    /** Executes what the environment holds and takes what it gives to its ends. */
    public static JobRun of(
            StreamExecutionEnvironment environment,
            DataStream<Result> results,
            DataStream<DeadLetter> deadLetters,
            DataStream<LateRecord> late)
            throws Exception {
        var allResults = results.collectAsync();
        var allDeadLetters = deadLetters.collectAsync();
        var allLate = late.collectAsync();
        environment.executeAsync("test");
        return new JobRun(drain(allResults), drain(allDeadLetters), drain(allLate));
    }

    /** The last revision of each point, by series and local time; revisions must have come one after the other. */
    public Map<String, Result> points() {
        Map<String, Result> points = new TreeMap<>();
        for (Result result : results) {
            Result before = points.put(result.series() + " " + ShanghaiTime.local(result.time()), result);
            int due = before == null ? 0 : before.revision() + 1;
            if (result.revision() != due) {
                throw new AssertionError("revision " + due + " was due of " + result);
            }
        }
        return points;
    }

    /** @param seriesAndTime such as {@code air_city_1h,city_code=510100 2026-03-05T10:00} */
    public Result point(String seriesAndTime) {
        return Objects.requireNonNull(points().get(seriesAndTime), seriesAndTime);
    }

    /** The points without their revisions, which depend on the order of arrival. */
    public Map<String, Result> content() {
        Map<String, Result> content = points();
        content.replaceAll((identity, result) -> result.withRevision(0));
        return content;
    }

    /** Sum of a count over the ledger. */
    public long ledger(String count) {
        return points().values().stream()
                .filter(result -> result.measurement().equals(Measurement.FEED_LEDGER_1M.wireName()))
                .mapToLong(result -> Long.parseLong(Objects.requireNonNull(result.field(count))))
                .sum();
    }

    /** What became of the records, over the ledger: as many as were received, where nothing vanishes. */
    public long accountedFor() {
        return ledger("accepted") + ledger("duplicate") + ledger("late") + ledger("rejected");
    }

    private static <T> List<T> drain(Iterator<T> values) {
        List<T> drained = new ArrayList<>();
        values.forEachRemaining(drained::add);
        return drained;
    }
}
