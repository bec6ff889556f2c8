package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.wire.Decoded;

class FeedWatermarksTest {

    private record At(long eventTime, long arrivedAt, boolean flagged) implements FeedRecord {}

    private final WatermarkStrategy<Arrival<At>> strategy = FeedWatermarks.strategy(Duration.ofMillis(100));
    private final WatermarkGenerator<Arrival<At>> generator = strategy.createWatermarkGenerator(new Nothing());
    private final TimestampAssigner<Arrival<At>> assigner = strategy.createTimestampAssigner(new Nothing());
    private final List<Long> emitted = new ArrayList<>();

    private void arrives(Decoded<At> decoded) {
        Arrival<At> arrival = new Arrival<>(decoded, "feed", 0, 0, new byte[0]);
        generator.onEvent(arrival, assigner.extractTimestamp(arrival, 5), output);
        generator.onPeriodicEmit(output);
    }

    private static Decoded<At> accepted(long eventTime) {
        return Decoded.of(new At(eventTime, eventTime, false), eventTime);
    }

    private static Decoded<At> rejected(long arrivedAt) {
        return Decoded.rejected(new Rejection(RejectionReason.FUTURE_TIMESTAMP, null, null), arrivedAt);
    }

    @Test
    void followsTheHighestEventTimeThatWasDecoded() {
        arrives(accepted(1_000));
        arrives(accepted(700));
        arrives(accepted(1_001));

        assertThat(emitted).containsExactly(899L, 899L, 900L);
    }

    @Test
    void isNotMovedByRejectedRecords() {
        arrives(rejected(9_999_999));
        arrives(accepted(1_000));
        arrives(rejected(9_999_999));

        assertThat(emitted).containsExactly(Long.MIN_VALUE, 899L, 899L);
    }

    @Test
    void stampsRecordsWithTheirEventTime() {
        assertThat(assigner.extractTimestamp(new Arrival<>(accepted(1_000), "feed", 0, 0, new byte[0]), 5))
                .isEqualTo(1_000);
        assertThat(assigner.extractTimestamp(new Arrival<>(rejected(1_000), "feed", 0, 0, new byte[0]), 5))
                .isEqualTo(5);
    }

    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            emitted.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    };

    private static final class Nothing
            implements org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier.Context,
                    org.apache.flink.api.common.eventtime.TimestampAssignerSupplier.Context {
        @Override
        public org.apache.flink.metrics.MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return SystemClock.getInstance();
        }
    }
}
