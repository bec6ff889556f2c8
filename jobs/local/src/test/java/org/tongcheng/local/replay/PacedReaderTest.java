package org.tongcheng.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.local.replay.PacedSource.Pace;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.wire.Decoded;

class PacedReaderTest {

    private final Hand clock = new Hand();
    private final Collected collected = new Collected();
    private final PacedReader<Tap, SourceSplit> reader =
            new PacedReader<>(new Recorded(List.of(900L, 999L, 1_000L, 61_000L, 61_000L)), new Pace(1_000, 60, clock));

    @Test
    void recordsComeWhenTheyArrivedSoManyTimesFaster() throws Exception {
        poll(3);
        assertThat(collected.offsets).containsExactly(0L, 1L, 2L);

        clock.now += 999;
        assertThat(reader.pollNext(collected)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(reader.pollNext(collected)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(collected.offsets).hasSize(3);

        clock.now += 1;
        poll(2);
        assertThat(collected.offsets).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(reader.pollNext(collected)).isEqualTo(InputStatus.END_OF_INPUT);
    }

    @Test
    void whoWaitsForTheReaderIsWokenWhenTheNextRecordIsDue() throws Exception {
        poll(3);
        reader.pollNext(collected);
        clock.now += 990;

        reader.isAvailable().get(10, TimeUnit.SECONDS);
        clock.now += 10;
        reader.pollNext(collected);

        assertThat(collected.offsets).hasSize(4);
    }

    private void poll(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(reader.pollNext(collected)).isEqualTo(InputStatus.MORE_AVAILABLE);
        }
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private long now = 5_000_000;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    }

    /** Gives a record at each call. */
    private static final class Recorded implements SourceReader<Arrival<Tap>, SourceSplit> {

        private final Queue<Long> arrivals;
        private long offset;

        Recorded(List<Long> arrivals) {
            this.arrivals = new ArrayDeque<>(arrivals);
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Arrival<Tap>> output) {
            Long arrivedAt = arrivals.poll();
            if (arrivedAt == null) {
                return InputStatus.END_OF_INPUT;
            }
            Rejection rejection = new Rejection(RejectionReason.MALFORMED_JSON, null, null);
            output.createOutputForSplit("0")
                    .collect(
                            new Arrival<>(
                                    Decoded.<Tap>rejected(rejection, arrivedAt),
                                    "transit.taps",
                                    0,
                                    offset++,
                                    new byte[0]),
                            arrivedAt);
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public void start() {}

        @Override
        public List<SourceSplit> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<SourceSplit> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    /** Remembers the offsets of what comes out. */
    private static final class Collected implements ReaderOutput<Arrival<Tap>> {

        private final List<Long> offsets = new ArrayList<>();

        @Override
        public void collect(Arrival<Tap> arrival) {
            offsets.add(arrival.offset());
        }

        @Override
        public void collect(Arrival<Tap> arrival, long timestamp) {
            offsets.add(arrival.offset());
        }

        @Override
        public SourceOutput<Arrival<Tap>> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {}

        @Override
        public void emitWatermark(Watermark mark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
