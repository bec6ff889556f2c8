package org.tongcheng.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/** One operator of a stream graph in a harness, alone in its parallelism. */
final class HarnessedOperator implements AutoCloseable {

    /** The output that is not at the side. */
    static final String MAIN = "";

    private static final int MAX_PARALLELISM = 128;

    private final StreamNode node;
    private final OneInputStreamOperatorTestHarness<Object, Object> harness;

    HarnessedOperator(StreamNode node, ExecutionConfig execution, @Nullable OperatorSubtaskState restored)
            throws Exception {
        this.node = node;
        harness = harnessOf(node);
        harness.getExecutionConfig()
                .configure(execution.toConfiguration(), getClass().getClassLoader());
        harness.setup(serializerOf(node));
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    String uid() {
        return node.getTransformationUID();
    }

    List<StreamEdge> edges() {
        return node.getOutEdges();
    }

    static String outputOf(StreamEdge edge) {
        return edge.getOutputTag() == null ? MAIN : edge.getOutputTag().getId();
    }

    void process(StreamRecord<Object> record) throws Exception {
        harness.processElement(record);
    }

    void watermark(long time) throws Exception {
        harness.processWatermark(time);
    }

    /** The input ends, behind its last watermark. */
    void finish() throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
        harness.getOperator().finish();
    }

    void processingTime(long time) throws Exception {
        harness.setProcessingTime(time);
    }

    void beforeBarrier() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** Takes the records of each output that has a reader in the graph, and those of the main one. */
    Map<String, List<StreamRecord<Object>>> take() {
        Map<String, List<StreamRecord<Object>>> outputs = new HashMap<>();
        outputs.put(MAIN, List.copyOf(harness.getRecordOutput()));
        harness.getOutput().clear();
        for (StreamEdge edge : node.getOutEdges()) {
            if (edge.getOutputTag() != null) {
                outputs.computeIfAbsent(outputOf(edge), unused -> takeSide(edge));
            }
        }
        return outputs;
    }

    @SuppressWarnings("unchecked") // an edge does not say what type its tag has
    private List<StreamRecord<Object>> takeSide(StreamEdge edge) {
        Queue<StreamRecord<Object>> side = harness.getSideOutput(edge.getOutputTag());
        if (side == null) {
            return List.of();
        }
        List<StreamRecord<Object>> records = List.copyOf(side);
        side.clear();
        return records;
    }

    int remembered() {
        return harness instanceof KeyedOneInputStreamOperatorTestHarness<?, ?, ?> keyed
                ? keyed.numKeyedStateEntries() + keyed.numEventTimeTimers()
                : 0;
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The operator comes as it would come to a task: as a copy through serialization. */
    @SuppressWarnings("unchecked") // a node does not say what types it has
    private static OneInputStreamOperatorTestHarness<Object, Object> harnessOf(StreamNode node) throws Exception {
        StreamOperatorFactory<Object> operator =
                (StreamOperatorFactory<Object>) InstantiationUtil.clone(node.getOperatorFactory());
        return node.getStatePartitioners().length == 0
                ? new OneInputStreamOperatorTestHarness<>(operator, MAX_PARALLELISM, 1, 0)
                : new KeyedOneInputStreamOperatorTestHarness<>(
                        operator,
                        (KeySelector<Object, Object>) node.getStatePartitioners()[0],
                        keyTypeOf(node),
                        MAX_PARALLELISM,
                        1,
                        0);
    }

    /** A node knows the serializer of its keys only; those of plain values can say what they serialize. */
    @SuppressWarnings("unchecked") // a node does not say what types it has
    private static TypeInformation<Object> keyTypeOf(StreamNode node) {
        Object key = node.getStateKeySerializer().createInstance();
        return (TypeInformation<Object>) TypeInformation.of(key.getClass());
    }

    @SuppressWarnings("unchecked") // a node does not say what types it has
    private static TypeSerializer<Object> serializerOf(StreamNode node) {
        return (TypeSerializer<Object>) node.getTypeSerializerOut();
    }
}
