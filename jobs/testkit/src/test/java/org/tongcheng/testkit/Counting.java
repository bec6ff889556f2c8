package org.tongcheng.testkit;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

/** A job that counts cities: each time one comes it issues its count again, and says its name on the side. */
final class Counting {

    static final String COUNT = "count";
    static final OutputTag<String> NAMES = new OutputTag<>("names", Types.STRING);

    private Counting() {}

    static HarnessedJob<Result> inHarnesses(Map<String, OperatorSubtaskState> restored) throws Exception {
        return new HarnessedJob<>(graph(), List.of(COUNT), restored, Result.class);
    }

    static StreamGraph graph() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        SingleOutputStreamOperator<Result> counts = environment
                .fromData(Types.STRING, "a")
                .uid("source")
                .keyBy(city -> city)
                .process(new Count(), TypeInformation.of(Result.class))
                .uid(COUNT);
        counts.getSideOutput(NAMES).map(name -> name).returns(Types.STRING).uid("names");
        return environment.getStreamGraph();
    }

    /** The state dies by event time at the end. */
    private static final class Count extends KeyedProcessFunction<String, String, Result> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String city, Context context, Collector<Result> out) throws Exception {
            ValueState<Integer> count = count();
            int revision = count.value() == null ? 0 : count.value();
            count.update(revision + 1);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
            out.collect(Measurement.AIR_CITY_1H
                    .at(0)
                    .tag("city_code", city)
                    .integer("aqi", count.value())
                    .build(revision));
            context.output(NAMES, city);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
            count().clear();
        }

        private ValueState<Integer> count() {
            return getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.INT));
        }
    }
}
