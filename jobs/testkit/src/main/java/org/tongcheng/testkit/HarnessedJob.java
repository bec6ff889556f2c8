package org.tongcheng.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A job in one thread: the operators of its stream graph in Flink's harnesses, wired as the graph wires them. Its ends
 * stay out: records are handed to an operator, and what an operator gives to none of the others is a result. So a test
 * has hold of time, of the order of arrival, and of the state of every operator at once.
 *
 * @param <R> type of the results
 */
public final class HarnessedJob<R> implements AutoCloseable {

    private final Class<R> type;
    /** By node id, which is higher than those of the nodes before: one pass in this order reaches them all. */
    private final Map<Integer, HarnessedOperator> operators = new TreeMap<>();

    private final List<R> results = new ArrayList<>();

    /**
     * @param uids of the operators to run; those of one input that are keyed by text or a number, or not keyed
     * @param restored state by uid, empty for a first start
     */
    public HarnessedJob(StreamGraph graph, List<String> uids, Map<String, OperatorSubtaskState> restored, Class<R> type)
            throws Exception {
        this.type = type;
        for (StreamNode node : graph.getStreamNodes()) {
            if (uids.contains(node.getTransformationUID())) {
                operators.put(
                        node.getId(),
                        new HarnessedOperator(
                                node, graph.getExecutionConfig(), restored.get(node.getTransformationUID())));
            }
        }
    }

    /** Lets one operator have a record. */
    public void feed(String uid, Object value, long timestamp) throws Exception {
        for (HarnessedOperator operator : operators.values()) {
            if (operator.uid().equals(uid)) {
                operator.process(new StreamRecord<>(value, timestamp));
            }
        }
        for (HarnessedOperator operator : operators.values()) {
            passOn(operator);
        }
    }

    /** Moves event time on in every operator, upstream first. */
    public void watermark(long time) throws Exception {
        for (HarnessedOperator operator : operators.values()) {
            operator.watermark(time);
            passOn(operator);
        }
    }

    /** The input ends, behind its last watermark, in every operator, upstream first. */
    public void finish() throws Exception {
        for (HarnessedOperator operator : operators.values()) {
            operator.finish();
            passOn(operator);
        }
    }

    /** Moves the clock on in every operator, upstream first. */
    public void processingTime(long time) throws Exception {
        for (HarnessedOperator operator : operators.values()) {
            operator.processingTime(time);
            passOn(operator);
        }
    }

    /** The state of every operator, by uid, as a barrier finds it. */
    public Map<String, OperatorSubtaskState> snapshot() throws Exception {
        Map<String, OperatorSubtaskState> states = new LinkedHashMap<>();
        for (HarnessedOperator operator : operators.values()) {
            operator.beforeBarrier();
            passOn(operator);
            states.put(operator.uid(), operator.snapshot());
        }
        return states;
    }

    /** Takes the results since the last time. */
    public List<R> take() {
        List<R> taken = List.copyOf(results);
        results.clear();
        return taken;
    }

    /** How many entries of keyed state and event-time timers an operator holds, by uid; those that hold none left out. */
    public Map<String, Integer> remembered() {
        Map<String, Integer> remembered = new TreeMap<>();
        for (HarnessedOperator operator : operators.values()) {
            if (operator.remembered() > 0) {
                remembered.put(operator.uid(), operator.remembered());
            }
        }
        return remembered;
    }

    private void passOn(HarnessedOperator operator) throws Exception {
        Map<String, List<StreamRecord<Object>>> outputs = operator.take();
        boolean wanted = false;
        for (StreamEdge edge : operator.edges()) {
            HarnessedOperator next = operators.get(edge.getTargetId());
            if (next != null) {
                String output = HarnessedOperator.outputOf(edge);
                for (StreamRecord<Object> record : outputs.getOrDefault(output, List.of())) {
                    next.process(record.copy(record.getValue()));
                }
                wanted |= output.equals(HarnessedOperator.MAIN);
            }
        }
        if (!wanted) {
            for (StreamRecord<Object> record : outputs.getOrDefault(HarnessedOperator.MAIN, List.of())) {
                results.add(type.cast(record.getValue()));
            }
        }
    }

    @Override
    public void close() {
        for (HarnessedOperator operator : operators.values()) {
            operator.close();
        }
    }
}
