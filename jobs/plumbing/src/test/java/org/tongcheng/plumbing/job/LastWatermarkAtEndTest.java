package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class LastWatermarkAtEndTest {

    /** Tells of an element an hour later. */
    private static final class Later extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String value, Context context, Collector<String> out) {
            context.timerService().registerEventTimeTimer(context.timestamp() + 3_600_000);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
            out.collect(context.getCurrentKey());
        }
    }

    @Test
    void theLastWatermarkWaitsForWhatComesBehindIt() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new LastWatermarkAtEnd<>(new Later()), value -> value, Types.STRING);
        harness.open();
        harness.processElement("before", 1);
        harness.processWatermark(Watermark.MAX_WATERMARK);
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processElement("behind", 1);
        harness.close();
        assertThat(harness.extractOutputValues()).containsExactly("before", "behind");
    }
}
