package org.tongcheng.plumbing.file;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * The last revision of each point, once all has been read, in order of time with watermarks: what does not depend on the
 * order of arrival. Key: series. State: its points, until the end of the input, and a timer at each.
 */
public final class LastRevisions extends KeyedProcessFunction<String, Result, Result> {

    private static final long serialVersionUID = 1L;

    private transient MapState<Long, Result> points;

    LastRevisions() {}

    /** @param results of a bounded job, the revisions of a point in their order */
    public static DataStream<Result> of(DataStream<Result> results, String uid) {
        return results.keyBy(Result::series)
                .transform(uid, ResultSerializer.RESULT, new ReplayAtEnd<>(new LastRevisions()))
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
        context.timerService().registerEventTimeTimer(point.time());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        Result point = points.get(timestamp);
        if (point != null) {
            points.remove(timestamp);
            out.collect(point);
        }
    }
}
