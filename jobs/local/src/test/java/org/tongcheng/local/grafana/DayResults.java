package org.tongcheng.local.grafana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.server.CommittedRecords;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.wire.ResultCodec;

/**
 * What the result topics hold in the end: the last revision of every point.
 *
 * @param results by measurement, in order of time
 */
record DayResults(Map<String, List<Result>> results) {

    private static final List<String> TOPICS =
            List.of("transit.results", "air.results", "water.results", "region.results", "alert.results");

    static DayResults of(LocalKafka kafka) {
        Map<String, Result> last = new LinkedHashMap<>();
        for (String topic : TOPICS) {
            for (ConsumerRecord<byte[], byte[]> record : CommittedRecords.of(kafka, topic)) {
                Result result = Objects.requireNonNull(
                        ResultCodec.decode(record.value()).value(), "a result that is none");
                last.merge(
                        result.series() + "@" + result.time(),
                        result,
                        (one, other) -> one.revision() > other.revision() ? one : other);
            }
        }
        Map<String, List<Result>> results = new TreeMap<>();
        last.values().stream()
                .sorted((one, other) -> Long.compare(one.time(), other.time()))
                .forEach(result -> results.computeIfAbsent(result.measurement(), key -> new ArrayList<>())
                        .add(result));
        return new DayResults(results);
    }

    Stream<Result> of(String measurement) {
        return Objects.requireNonNull(results.get(measurement), measurement).stream();
    }

    /** Sums of a field by what the key says. */
    Map<String, Double> sums(String measurement, String field, Function<Result, String> key) {
        Map<String, Double> sums = new TreeMap<>();
        of(measurement).forEach(result -> sums.merge(key.apply(result), number(result, field), Double::sum));
        return sums;
    }

    double sum(String measurement, String field) {
        return of(measurement).mapToDouble(result -> number(result, field)).sum();
    }

    /** A field of the last point of each series that has it. */
    Map<String, String> last(String measurement, String field, String tag) {
        Map<String, String> last = new TreeMap<>();
        of(measurement)
                .filter(result -> result.field(field) != null)
                .forEach(result -> last.put(result.tag(tag), Objects.requireNonNull(result.field(field))));
        return last;
    }

    /** How many points of a series have a field with a value, by tag. */
    Map<String, Long> counts(String measurement, String field, String value, String tag) {
        Map<String, Long> counts = new TreeMap<>();
        of(measurement)
                .filter(result -> value.equals(result.field(field)))
                .forEach(result -> counts.merge(result.tag(tag), 1L, Long::sum));
        return counts;
    }

    private static double number(Result result, String field) {
        String value = result.field(field);
        return value == null ? 0 : Double.parseDouble(value);
    }
}
