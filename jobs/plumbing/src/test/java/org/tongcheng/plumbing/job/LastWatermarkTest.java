package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LastWatermarkTest {

    @Test
    void anIdleSourceThatEndsIsWokenForItsLastWatermark() throws Exception {
        OneInputStreamOperatorTestHarness<String, String> harness =
                new OneInputStreamOperatorTestHarness<>(new LastWatermark<>(), StringSerializer.INSTANCE);
        harness.open();
        harness.processElement("a", 1);
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        harness.close();
        assertThat(harness.getOutput())
                .containsExactly(
                        new StreamRecord<>("a", 1),
                        WatermarkStatus.IDLE,
                        WatermarkStatus.ACTIVE,
                        Watermark.MAX_WATERMARK);
    }
}
