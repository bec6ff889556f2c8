package org.tongcheng.plumbing.influx;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.InfluxSettings;

/**
 * Writes points to InfluxDB at least once. Measurement, tags and time are a point's identity there, so writing one
 * again leaves one. What waits in the buffer is part of the checkpoint; a full buffer holds the job back.
 */
public final class InfluxSink extends AsyncSinkBase<Result, Result> {

    static final int BATCH_POINTS = 5_000;
    private static final int BUFFERED_POINTS = 50_000;
    static final long BATCH_BYTES = 4L << 20;
    private static final long POINT_BYTES = 1L << 20;
    private static final long WAIT_MILLIS = 500;
    private static final String UID = "influx-points";
    private static final long serialVersionUID = 1L;

    private final InfluxSettings settings;
    private final String resultTopic;
    private final RefusedPoints refused;

    public InfluxSink(InfluxSettings settings, String resultTopic, RefusedPoints refused) {
        super((point, context) -> point, BATCH_POINTS, 1, BUFFERED_POINTS, BATCH_BYTES, WAIT_MILLIS, POINT_BYTES);
        this.settings = settings;
        this.resultTopic = resultTopic;
        this.refused = refused;
    }

    /**
     * Ends a job's results in InfluxDB, by one writer: InfluxDB 1.x loses series when two clients delete and write points
     * of one measurement at a time. The order of revisions is kept. Nor may whoever scales a running job make it two.
     *
     * @param resultTopic named in dead letters
     */
    public static void write(
            DataStream<Result> results, InfluxSettings settings, String resultTopic, RefusedPoints refused) {
        write(results, settings, resultTopic, refused, UID);
    }

    /** The same for jobs with several outputs, no two of which may have a measurement in common whose fields vary. */
    public static void write(
            DataStream<Result> results,
            InfluxSettings settings,
            String resultTopic,
            RefusedPoints refused,
            String uid) {
        results.sinkTo(new InfluxSink(settings, resultTopic, refused))
                .uid(uid)
                .name(uid)
                .setParallelism(1)
                .setMaxParallelism(1);
    }

    @Override
    public StatefulSinkWriter<Result, BufferedRequestState<Result>> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Result, BufferedRequestState<Result>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<Result>> recovered) {
        return new InfluxWriter(context, recovered, new InfluxStore(settings), resultTopic, refused.open());
    }

    /** How much a writer gathers, and for how long. */
    static AsyncSinkWriterConfiguration gathering() {
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(BATCH_POINTS)
                .setMaxBatchSizeInBytes(BATCH_BYTES)
                .setMaxInFlightRequests(1)
                .setMaxBufferedRequests(BUFFERED_POINTS)
                .setMaxTimeInBufferMS(WAIT_MILLIS)
                .setMaxRecordSizeInBytes(POINT_BYTES)
                .setRateLimitingStrategy(new OneRequestAtATime(BATCH_POINTS))
                .build();
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<Result>> getWriterStateSerializer() {
        return new ResultStateSerializer();
    }
}
