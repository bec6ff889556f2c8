package org.tongcheng.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Result;

/** One operator of a job that issues results, alone in a harness, with the key and the settings it has in the job. */
public final class OperatorUnderTest implements AutoCloseable {

    private final HarnessedOperator operator;
    private final Map<String, List<Object>> outputs = new HashMap<>();

    /**
     * @param uid of an operator of one input that is keyed by text or a number, or not keyed
     * @param restored state, null for a first start
     */
    public OperatorUnderTest(StreamGraph graph, String uid, @Nullable OperatorSubtaskState restored) throws Exception {
        StreamNode node = graph.getStreamNodes().stream()
                .filter(candidate -> uid.equals(candidate.getTransformationUID()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operator has the uid " + uid));
        operator = new HarnessedOperator(node, graph.getExecutionConfig(), restored);
    }

    public void feed(Object value) throws Exception {
        operator.process(new StreamRecord<>(value, 0));
        gather();
    }

    public void watermark(long time) throws Exception {
        operator.watermark(time);
        gather();
    }

    /** The input ends, behind its last watermark. */
    public void finish() throws Exception {
        operator.finish();
        gather();
    }

    public void processingTime(long time) throws Exception {
        operator.processingTime(time);
        gather();
    }

    public OperatorSubtaskState snapshot() throws Exception {
        return operator.snapshot();
    }

    /** All that was issued, in its order. */
    public List<Result> issued() {
        return given(HarnessedOperator.MAIN, Result.class);
    }

    /** What was issued since the last look. */
    public List<Result> issuedSince(List<Result> before) {
        List<Result> issued = issued();
        return issued.subList(before.size(), issued.size());
    }

    /** Points of a measurement in the order of their issue. */
    public List<Result> issued(String measurement) {
        return issued().stream()
                .filter(point -> point.measurement().equals(measurement))
                .toList();
    }

    public Result last() {
        return last(issued());
    }

    public Result last(String measurement) {
        return last(issued(measurement));
    }

    /** All that was given to a side output which has a reader in the job. */
    public <S> List<S> onTheSide(OutputTag<S> tag) {
        return given(tag.getId(), tag.getTypeInfo().getTypeClass());
    }

    /** Entries of keyed state and event-time timers together. */
    public int remembered() {
        return operator.remembered();
    }

    @Override
    public void close() {
        operator.close();
    }

    private void gather() {
        operator.take().forEach((output, records) -> {
            List<Object> values = outputs.computeIfAbsent(output, unused -> new ArrayList<>());
            records.forEach(sent -> values.add(sent.getValue()));
        });
    }

    private <S> List<S> given(String output, Class<S> type) {
        return outputs.getOrDefault(output, List.of()).stream().map(type::cast).toList();
    }

    private static Result last(List<Result> issued) {
        return issued.get(issued.size() - 1);
    }
}
