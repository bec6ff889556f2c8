package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessedJobTest {

    private static final OutputTag<String> ASIDE = new OutputTag<>("aside", Types.STRING);
    private static final List<String> UIDS = List.of("trim", "count", "mark");

    @Test
    void wiresOperatorsAsTheGraphDoes() throws Exception {
        try (var job = open(Map.of())) {
            job.feed("trim", " a ", 1);
            job.feed("trim", "b", 2);
            job.feed("trim", "a", 3);

            assertThat(job.take()).containsExactly("a 1", "aside a", "b 1", "aside b", "a 2", "aside a");
            assertThat(job.take()).isEmpty();
        }
    }

    @Test
    void movesTimeOnInEveryOperator() throws Exception {
        try (var job = open(Map.of())) {
            job.feed("trim", "a", 1);
            job.take();
            assertThat(job.remembered()).containsExactly(entry("count", 2));

            job.processingTime(100);
            assertThat(job.take()).containsExactly("a at 100");
            job.watermark(1000);
            assertThat(job.take()).containsExactly("a at 1000");
            assertThat(job.remembered()).isEmpty();
        }
    }

    @Test
    void goesOnFromTheFilesOfItsState(@TempDir Path folder) throws Exception {
        Map<String, OperatorSubtaskState> left;
        try (var job = open(Map.of())) {
            job.feed("trim", "a", 1);
            left = job.snapshot();
        }
        GoldenFiles.write(left, folder);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("count.bin"));
        }
        try (var job = open(GoldenFiles.states(folder))) {
            job.feed("count", "a", 2);
            assertThat(job.take()).containsExactly("a 2", "aside a");
        }
    }

    @Test
    void runsWhatIsKeyedByNumber() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment
                .fromData(Types.STRING, "a")
                .uid("source")
                .keyBy(String::length, Types.INT)
                .process(new Count<>(), Types.STRING)
                .uid("count");
        try (var job = new HarnessedJob<>(environment.getStreamGraph(), List.of("count"), Map.of(), String.class)) {
            job.feed("count", "a", 1);
            job.feed("count", "bb", 2);
            job.feed("count", "c", 3);
            job.watermark(1000);

            assertThat(job.take()).containsExactly("a 1", "bb 1", "c 2", "1 at 1000", "2 at 1000");
        }
    }

    @Test
    void knowsEveryUidOfAGraph() {
        assertThat(GoldenFiles.uidsOf(counting())).containsExactlyInAnyOrder("source", "trim", "count", "mark");
    }

    private static HarnessedJob<String> open(Map<String, OperatorSubtaskState> restored) throws Exception {
        return new HarnessedJob<>(counting().getStreamGraph(), UIDS, restored, String.class);
    }

    private static StreamExecutionEnvironment counting() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        SingleOutputStreamOperator<String> counts = environment
                .fromData(Types.STRING, "a")
                .uid("source")
                .map(String::trim)
                .returns(Types.STRING)
                .uid("trim")
                .keyBy(text -> text)
                .process(new Count<>(), Types.STRING)
                .uid("count");
        counts.getSideOutput(ASIDE)
                .map(text -> "aside " + text)
                .returns(Types.STRING)
                .uid("mark");
        return environment;
    }

    /** How often a text came, until time 1000. */
    private static final class Count<K> extends KeyedProcessFunction<K, String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String text, Context context, Collector<String> out) throws Exception {
            ValueState<Integer> count = count();
            Integer before = count.value();
            count.update(before == null ? 1 : before + 1);
            context.timerService().registerProcessingTimeTimer(100);
            context.timerService().registerEventTimeTimer(1000);
            out.collect(text + " " + count.value());
            context.output(ASIDE, text);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            out.collect(context.getCurrentKey() + " at " + timestamp);
            if (timestamp == 1000) {
                count().clear();
            }
        }

        private ValueState<Integer> count() {
            return getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.INT));
        }
    }
}
