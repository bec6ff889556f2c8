package org.tongcheng.plumbing.file;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.DeadLetterCodec;
import org.tongcheng.wire.LateCodec;
import org.tongcheng.wire.ResultCodec;

/** Ends a bounded job in files: a sorted {@code <topic>.jsonl} for every topic, complete or not there at all. */
public final class FileEnds {

    /** What a late tap can undo, so that only zeros are left. */
    private static final Set<String> UNDONE_BY_LATE_TAPS =
            Set.of(Measurement.TRANSIT_OD_1H.wireName(), Measurement.TRANSIT_UNMATCHED_1H.wireName());

    private static final byte[] NOTHING_LEFT = {};

    private FileEnds() {}

    /**
     * Writes the results of each job to a file of their own and what all of them refused to {@code deadletters.jsonl}
     * and {@code late.jsonl}. Call it once for an environment.
     *
     * @param outputs by topic of the results, at least one
     * @param zone of the offset in which times are written
     */
    public static void write(Map<String, JobOutput> outputs, Path folder, ZoneId zone) {
        outputs.forEach((topic, output) -> writeResults(output.results(), folder, topic, zone));
        write(
                union(outputs.values(), JobOutput::deadLetters),
                letter -> new SortedLine(
                        List.of(letter.feed(), partition(letter.partition())),
                        letter.offset(),
                        0,
                        DeadLetterCodec.encode(letter, zone)),
                folder,
                "deadletters");
        write(
                union(outputs.values(), JobOutput::late),
                record -> new SortedLine(
                        List.of(record.feed(), partition(record.partition())),
                        record.offset(),
                        0,
                        LateCodec.encode(record, zone)),
                folder,
                "late");
    }

    /**
     * Writes the last revision of each point, without its revision, sorted by measurement, tags and time. A point that
     * has come undone is left out: whether anyone ever heard of it depends on the order of arrival.
     */
    public static void writeResults(DataStream<Result> results, Path folder, String topic, ZoneId zone) {
        write(
                results,
                result -> new SortedLine(
                        series(result),
                        result.time(),
                        result.revision(),
                        undone(result) ? NOTHING_LEFT : ResultCodec.encodeForFile(result, zone)),
                folder,
                topic);
    }

    /** Writes every transition, sorted by rule, entity, onset and sequence, and the points of alerts as results are. */
    public static void writeAlerts(AlertOutput output, Path folder, ZoneId zone) {
        write(
                output.transitions(),
                alert -> new SortedLine(
                        List.of(
                                alert.ruleId(),
                                alert.entity().kind().wireName(),
                                alert.entity().id(),
                                digits(alert.onset())),
                        alert.sequence(),
                        0,
                        AlertCodec.encode(alert, zone)),
                folder,
                "alerts");
        writeResults(output.points(), folder, "alert.results", zone);
    }

    private static <T> void write(DataStream<T> stream, MapFunction<T, SortedLine> format, Path folder, String topic) {
        String uid = topic.replace('.', '-');
        stream.map(format)
                .returns(TypeInformation.of(SortedLine.class))
                .uid(uid + "-lines")
                .name(uid + "-lines")
                .setParallelism(stream.getParallelism())
                .sinkTo(new SortedFileSink(folder, topic + ".jsonl"))
                .uid(uid + "-file")
                .name(uid + "-file")
                .setParallelism(1);
    }

    private static <T> DataStream<T> union(Collection<JobOutput> outputs, Function<JobOutput, DataStream<T>> stream) {
        return outputs.stream()
                .map(stream)
                .reduce((one, other) -> one.union(other))
                .orElseThrow();
    }

    private static boolean undone(Result result) {
        return UNDONE_BY_LATE_TAPS.contains(result.measurement())
                && result.fields().stream().allMatch(field -> field.value().equals("0"));
    }

    private static List<String> series(Result result) {
        List<String> series = new ArrayList<>(1 + result.tags().size());
        series.add(result.measurement());
        for (Tag tag : result.tags()) {
            series.add(tag.value());
        }
        return series;
    }

    private static String partition(int partition) {
        return digits(partition);
    }

    /** So many digits that the order of the texts is that of the numbers. */
    private static String digits(long number) {
        return String.format(Locale.ROOT, "%020d", number);
    }
}
