package org.tongcheng.plumbing.file;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * The last revision of each point, once all has been read, those of a series in order of time: what does not depend on
 * the order of arrival. Key: series. State: its points, until the end of the input. No watermark goes on before that:
 * points of any time are still to come.
 */
public final class LastRevisions extends KeyedProcessFunction<String, Result, Result> {

    private static final long serialVersionUID = 1L;

    private transient MapState<Long, Result> points;

    private LastRevisions() {}

    /** @param results of a bounded job, the revisions of a point in their order */
    public static DataStream<Result> of(DataStream<Result> results, String uid) {
        return results.keyBy(Result::series)
                .transform(uid, ResultSerializer.RESULT, new Settling())
                .uid(uid);
    }

    @Override
    public void open(OpenContext context) {
        points = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("points", Types.LONG, ResultSerializer.RESULT));
    }

    @Override
    public void processElement(Result point, Context context, Collector<Result> out) throws Exception {
        points.put(point.time(), point);
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        Map<Long, Result> ordered = new TreeMap<>();
        points.entries().forEach(point -> ordered.put(point.getKey(), point.getValue()));
        points.clear();
        ordered.values().forEach(out::collect);
    }

    private static final class Settling extends KeyedProcessOperator<String, Result, Result> {

        private static final long serialVersionUID = 1L;

        Settling() {
            super(new LastRevisions());
        }

        @Override
        public void processWatermark(Watermark mark) {
            // The last one comes when the input has ended.
        }

        @Override
        public void finish() throws Exception {
            super.processWatermark(Watermark.MAX_WATERMARK);
            super.finish();
        }
    }
}
