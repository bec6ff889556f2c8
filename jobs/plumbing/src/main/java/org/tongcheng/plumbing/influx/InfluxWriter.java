package org.tongcheng.plumbing.influx;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.plumbing.retry.Backoff;
import org.tongcheng.wire.ResultCodec;

/** Writes batches on a thread of its own, one at a time, by the {@link FailurePolicy}. */
final class InfluxWriter extends AsyncSinkWriter<Result, Result> {

    private static final Logger LOG = LoggerFactory.getLogger(InfluxWriter.class);
    private static final int NO_PLACE = -1;
    private static final long CLOSING_SECONDS = 5;

    private final InfluxStore store;
    private final String resultTopic;
    private final RefusedPoints.Desk refused;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1);
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));
    private final Counter refusedPoints;
    private final Counter retries;

    InfluxWriter(
            WriterInitContext context,
            Collection<BufferedRequestState<Result>> recovered,
            InfluxStore store,
            String resultTopic,
            RefusedPoints.Desk refused) {
        super(
                (point, ignored) -> point,
                context,
                InfluxSink.gathering(),
                recovered,
                new SimpleBatchCreator<>(InfluxSink.BATCH_BYTES),
                new DequeRequestBuffer<>());
        this.store = store;
        this.resultTopic = resultTopic;
        this.refused = refused;
        this.refusedPoints = context.metricGroup().counter("influxRefusedPoints");
        this.retries = context.metricGroup().counter("influxRetries");
    }

    @Override
    protected void submitRequestEntries(List<Result> points, ResultHandler<Result> handler) {
        thread.execute(() -> send(points, handler));
    }

    @Override
    protected long getSizeInBytes(Result point) {
        long size = point.measurement().length();
        for (Tag tag : point.tags()) {
            size += tag.name().length() + tag.value().length();
        }
        for (Field field : point.fields()) {
            size += field.name().length() + field.value().length();
        }
        return size;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a request to InfluxDB outlives its writer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.close();
        store.close();
        refused.close();
    }

    private void send(List<Result> points, ResultHandler<Result> handler) {
        try {
            Outcome outcome = write(List.copyOf(lastRevisions(points)));
            if (outcome.left().isEmpty()) {
                backoff.succeeded();
                handler.complete();
                return;
            }
            retries.inc();
            long wait = backoff.nextMillis(outcome.answer().retryAfter());
            LOG.warn(
                    "InfluxDB did not take {} points (status {}); trying again in {} ms",
                    outcome.left().size(),
                    outcome.answer().status(),
                    wait);
            ScheduledFuture<?> unused =
                    thread.schedule(() -> handler.retryForEntries(outcome.left()), wait, TimeUnit.MILLISECONDS);
        } catch (SettingsException e) {
            handler.completeExceptionally(e);
        } catch (Throwable e) { // whatever it is: without a word, the writer would wait for ever
            handler.completeExceptionally(new IllegalStateException("writing to InfluxDB broke down", e));
        }
    }

    /** Within a batch InfluxDB promises no order, so only the last revision of a point is sent. */
    private static Collection<Result> lastRevisions(List<Result> points) {
        Map<String, Result> last = new LinkedHashMap<>();
        for (Result point : points) {
            last.put(point.series() + ' ' + point.time(), point);
        }
        return last.values();
    }

    /**
     * What is left to be written after a try.
     *
     * @param answer why
     */
    private record Outcome(List<Result> left, InfluxStore.Answer answer) {}

    private Outcome write(List<Result> points) {
        InfluxStore.Answer answer = store.write(points);
        return switch (FailurePolicy.of(answer.status())) {
            case DONE -> new Outcome(List.of(), answer);
            case RETRY -> new Outcome(points, answer);
            case FAIL -> throw new SettingsException(store.advice(answer));
            case SPLIT -> points.size() == 1 ? refuse(points.get(0), answer) : halves(points);
        };
    }

    private Outcome halves(List<Result> points) {
        int middle = points.size() / 2;
        Outcome first = write(points.subList(0, middle));
        List<Result> second = points.subList(middle, points.size());
        if (first.left().isEmpty()) {
            return write(second);
        }
        List<Result> left = new ArrayList<>(first.left());
        left.addAll(second);
        return new Outcome(left, first.answer());
    }

    private Outcome refuse(Result point, InfluxStore.Answer answer) {
        refusedPoints.inc();
        refused.take(new DeadLetter(
                resultTopic,
                RejectionReason.STORE_REFUSED,
                null,
                "InfluxDB answered " + answer.status() + ": " + answer.message(),
                new String(ResultCodec.encode(point, ZoneOffset.UTC), StandardCharsets.UTF_8),
                "utf8",
                resultTopic,
                NO_PLACE,
                NO_PLACE,
                FeedRecord.UNKNOWN_TIME));
        return new Outcome(List.of(), InfluxStore.Answer.WRITTEN);
    }
}
