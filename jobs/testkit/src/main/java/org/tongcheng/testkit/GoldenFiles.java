package org.tongcheng.testkit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/** Files among a room's test resources that hold what a released version left, so that later ones go on with it. */
public final class GoldenFiles {

    private static final String ENDING = ".bin";

    private GoldenFiles() {}

    /**
     * The state of an operator.
     *
     * @param name with its folder, such as {@code v1/gate.bin}
     */
    public static OperatorSubtaskState state(String name) throws IOException, ClassNotFoundException {
        return OperatorSnapshotUtil.readStateHandle(resource("/state/" + name).toString());
    }

    /**
     * The state of a job by the uid of the operator that left it.
     *
     * @param version such as {@code v1}
     */
    public static Map<String, OperatorSubtaskState> states(String version) throws IOException, ClassNotFoundException {
        return states(resource("/state/" + version));
    }

    /** The state of a job as {@link #write} left it in a folder. */
    static Map<String, OperatorSubtaskState> states(Path folder) throws IOException, ClassNotFoundException {
        Map<String, OperatorSubtaskState> states = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                states.put(
                        name.substring(0, name.length() - ENDING.length()),
                        OperatorSnapshotUtil.readStateHandle(file.toString()));
            }
        }
        return states;
    }

    /** Writes what {@link #states} reads; an operator without state gets no file. */
    public static void write(Map<String, OperatorSubtaskState> states, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, OperatorSubtaskState> state : states.entrySet()) {
            if (state.getValue().hasState()) {
                String file = folder.resolve(state.getKey() + ENDING).toString();
                OperatorSnapshotUtil.writeStateHandle(state.getValue(), file);
            }
        }
    }

    /** The uids of a job, one a line of {@code uids.txt}. */
    public static List<String> uids() throws IOException {
        return Files.readAllLines(resource("/uids.txt"));
    }

    /** The uids of the operators that the environment would run, ends and all, to be compared with {@link #uids()}. */
    public static List<String> uidsOf(StreamExecutionEnvironment environment) {
        return environment.getStreamGraph().getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .map(String::valueOf)
                .toList();
    }

    private static Path resource(String name) {
        URL found = Objects.requireNonNull(GoldenFiles.class.getResource(name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
