package org.tongcheng.plumbing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;

class LastRevisionsTest {

    private static Result entries(String city, long time, int revision) {
        return Measurement.TRANSIT_UNMATCHED_1H
                .at(time)
                .tag("city_code", city)
                .integer("entries_without_exit", revision)
                .integer("exits_without_entry", 0L)
                .build(revision);
    }

    @ParameterizedTest(name = "with {0} bytes of memory")
    @ValueSource(longs = {1, 1 << 20})
    void repeatsLastRevisionsInOrderOfTimeWithTheWatermarkBehindThem(long memoryBytes) throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new LastRevisions(memoryBytes))) {
            harness.setup(ResultSerializer.RESULT.createSerializer(
                    harness.getExecutionConfig().getSerializerConfig()));
            harness.open();
            harness.processElement(entries("510100", 30, 0), 30);
            harness.processElement(entries("510100", 10, 0), 10);
            harness.processWatermark(new Watermark(30));
            harness.processElement(entries("510600", 20, 0), 20);
            // An idle input may bring its last elements behind the last watermark of the others.
            harness.processWatermark(Watermark.MAX_WATERMARK);
            harness.processElement(entries("510100", 10, 1), 10);
            assertThat(harness.getOutput()).isEmpty();

            harness.getOperator().finish();

            assertThat(List.copyOf(harness.getOutput()))
                    .isEqualTo(List.of(
                            new Watermark(9),
                            new StreamRecord<>(entries("510100", 10, 1), 10),
                            new Watermark(19),
                            new StreamRecord<>(entries("510600", 20, 0), 20),
                            new Watermark(29),
                            new StreamRecord<>(entries("510100", 30, 0), 30),
                            Watermark.MAX_WATERMARK));
        }
    }
}
