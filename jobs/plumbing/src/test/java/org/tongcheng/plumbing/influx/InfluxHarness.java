package org.tongcheng.plumbing.influx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.InfluxSettings;

/** The sink in Flink's harness, and what it refused. */
final class InfluxHarness implements AutoCloseable {

    private static final List<DeadLetter> REFUSED = new CopyOnWriteArrayList<>();

    private final OneInputStreamOperatorTestHarness<Result, ?> harness;

    InfluxHarness(InfluxSettings settings) throws Exception {
        this(settings, null);
    }

    InfluxHarness(InfluxSettings settings, @Nullable OperatorSubtaskState state) throws Exception {
        REFUSED.clear();
        InfluxSink sink = new InfluxSink(settings, "transit.results", () -> new RefusedPoints.Desk() {
            @Override
            public void take(DeadLetter letter) {
                REFUSED.add(letter);
            }

            @Override
            public void close() {}
        });
        harness = new OneInputStreamOperatorTestHarness<>(new SinkWriterOperatorFactory<>(sink));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static Result point(String city, long hour, int revision) {
        return Measurement.TRANSIT_UNMATCHED_1H
                .at(hour * 3_600_000)
                .tag("city_code", city)
                .integer("entries_without_exit", 1L)
                .integer("exits_without_entry", 2L)
                .build(revision);
    }

    /** The line of {@link #point}. */
    static String line(String city, long hour, int revision) {
        return "transit_unmatched_1h,city_code=" + city + " revision=" + revision
                + "i,entries_without_exit=1i,exits_without_entry=2i " + hour * 3_600_000;
    }

    InfluxHarness put(Result... points) throws Exception {
        for (Result point : points) {
            harness.processElement(point, point.time());
        }
        return this;
    }

    /** Lets the time pass after which a writer no longer waits for more points; the request is under way then. */
    void waitForNoMore() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + 60_000);
    }

    OperatorSubtaskState snapshot() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    /** Ends the input: returns when all points are written or refused. */
    void end() throws Exception {
        harness.endInput();
    }

    List<DeadLetter> refused() {
        return REFUSED;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
