package org.tongcheng.plumbing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

class LastRevisionsTest {

    private static Result entries(String city, long time, int revision) {
        return Measurement.TRANSIT_UNMATCHED_1H
                .at(time)
                .tag("city_code", city)
                .integer("entries_without_exit", revision)
                .integer("exits_without_entry", 0L)
                .build(revision);
    }

    @Test
    void repeatsLastRevisionsInOrderOfTimeWithTheWatermarkBehindThem() throws Exception {
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new ReplayAtEnd<>(new LastRevisions()), Result::series, Types.STRING)) {
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
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }
}
