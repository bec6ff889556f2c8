package org.tongcheng.water.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.testkit.ShanghaiTime.at;
import static org.tongcheng.water.WaterFixture.observation;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.water.SectionSlotValue;
import org.tongcheng.domain.water.WaterClass;
import org.tongcheng.testkit.OperatorUnderTest;
import org.tongcheng.water.WaterRun;
import org.tongcheng.water.WaterTopology;

final class JudgeSectionTest {

    @Test
    void issuesEveryObservationAtOnceAndCountsRevisionsPerTime() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T08:00", "5"));
            operator.feed(observation("cd-1", "2026-03-05T12:00", "2"));
            operator.feed(observation("cd-1", "2026-03-05T08:00", "7"));

            List<Result> issued = operator.issued();
            assertThat(issued).extracting(Result::revision).containsExactly(0, 0, 1);
            assertThat(issued).extracting(point -> point.field("class")).containsExactly("3", "1", "4");
            assertThat(issued)
                    .extracting(Result::series)
                    .containsOnly("water_section,city_code=510100,river=沱江,section_id=cd-1");
        }
    }

    @Test
    void givesTheSlotWhatCountsThere() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("dy-1", "2026-03-05T10:30", "5"));

            List<SectionSlotValue> values = operator.onTheSide(JudgeSection.SLOT_VALUES);
            assertThat(values).hasSize(1);
            SectionSlotValue value = values.get(0);
            assertThat(value.slot()).isEqualTo(at("2026-03-05T08:00"));
            assertThat(value.observedAt()).isEqualTo(at("2026-03-05T10:30"));
            assertThat(value.cityCode()).isEqualTo("510600");
            assertThat(value.waterClass()).isEqualTo(WaterClass.III);
            assertThat(value.values()).hasSize(5);
        }
    }

    @Test
    void usesTheRegistryRowOfTheDay() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-3", "2026-03-04T23:59", "5"));
            operator.feed(observation("cd-3", "2026-03-05T00:00", "5"));

            assertThat(operator.issued())
                    .extracting(point -> point.tag("river"))
                    .containsExactly("沱江", "府河");
        }
    }

    @Test
    void refusesASectionThatTheGateCannotHaveLetThrough() throws Exception {
        try (var operator = open(null)) {
            assertThatThrownBy(() -> operator.feed(observation("nowhere", "2026-03-05T08:00", "5")))
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void goesOnCountingRevisionsAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T08:00", "5"));
            state = operator.snapshot();
        }
        try (var operator = open(state)) {
            operator.feed(observation("cd-1", "2026-03-05T08:00", "6"));

            assertThat(operator.issued()).extracting(Result::revision).containsExactly(1);
        }
    }

    @Test
    void forgetsATimeOnceNothingOfItCanCome() throws Exception {
        try (var operator = open(null)) {
            operator.feed(observation("cd-1", "2026-03-05T08:00", "5"));
            operator.feed(observation("cd-1", "2026-03-10T08:00", "5"));

            operator.watermark(at("2026-04-10T08:00"));
            operator.feed(observation("cd-1", "2026-03-05T08:00", "6"));
            assertThat(operator.issued()).extracting(Result::revision).containsExactly(0, 0, 1);

            operator.watermark(at("2026-04-12T08:00"));
            operator.feed(observation("cd-1", "2026-03-10T08:00", "6"));
            assertThat(operator.issued()).last().extracting(Result::revision).isEqualTo(1);

            operator.watermark(at("2026-04-17T08:00"));
            assertThat(operator.remembered()).isZero();
        }
    }

    private static OperatorUnderTest open(@Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(WaterRun.graph(), WaterTopology.SECTION_UID, state);
    }
}
