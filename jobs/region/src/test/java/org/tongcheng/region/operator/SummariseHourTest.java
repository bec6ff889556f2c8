package org.tongcheng.region.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.region.Inputs.air;
import static org.tongcheng.region.Inputs.journeys;
import static org.tongcheng.region.Inputs.river;
import static org.tongcheng.region.Inputs.transit;
import static org.tongcheng.region.Inputs.water;
import static org.tongcheng.testkit.ShanghaiTime.at;
import static org.tongcheng.testkit.ShanghaiTime.local;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.region.RegionRun;
import org.tongcheng.region.RegionTopology;
import org.tongcheng.testkit.OperatorUnderTest;

final class SummariseHourTest {

    private static final String EIGHT = "2026-03-05T08:00";
    private static final String NINE = "2026-03-05T09:00";

    @Test
    void gathersChangesBeforeItIssuesAnHour() throws Exception {
        try (var operator = open(null)) {
            operator.feed(air("510100", NINE, 120, 0));
            operator.feed(transit("510100", EIGHT, 50, 0));
            operator.feed(journeys("510100", "512000", EIGHT, 7));
            assertThat(operator.issued()).isEmpty();

            operator.processingTime(499);
            assertThat(operator.issued()).isEmpty();
            operator.processingTime(500);
            assertThat(operator.issued()).hasSize(1);

            Result row = operator.issued().get(0);
            assertThat(row.series()).isEqualTo("region_1h,region_id=test");
            assertThat(local(row.time())).isEqualTo(EIGHT);
            assertThat(row.revision()).isZero();
            assertThat(row.field("aqi_max")).isEqualTo("120");
            assertThat(row.field("total_entries")).isEqualTo("50");
            assertThat(row.field("cross_city_journeys")).isEqualTo("7");
        }
    }

    @Test
    void issuesTheFourHoursOfASlot() throws Exception {
        try (var operator = open(null)) {
            operator.feed(water("510100", EIGHT, 3, 1, 0));
            operator.processingTime(500);

            assertThat(operator.issued())
                    .extracting(row -> local(row.time()))
                    .containsExactlyInAnyOrder(EIGHT, NINE, "2026-03-05T10:00", "2026-03-05T11:00");
            assertThat(operator.issued())
                    .extracting(row -> row.field("good_share"))
                    .containsOnly("0.75");
        }
    }

    @Test
    void issuesAgainOnlyWhenTheRowHasChanged() throws Exception {
        try (var operator = open(null)) {
            operator.feed(air("510100", NINE, 120, 0));
            operator.feed(air("510600", NINE, 80, 0));
            operator.processingTime(500);
            operator.feed(air("510600", NINE, 81, 1));
            operator.processingTime(1000);
            assertThat(operator.issued()).hasSize(1);

            operator.feed(air("510600", NINE, 130, 2));
            operator.processingTime(1500);
            assertThat(operator.issued()).extracting(Result::revision).containsExactly(0, 1);
            assertThat(operator.last().field("aqi_max_city")).isEqualTo("510600");
        }
    }

    @Test
    void keepsTheHighestRevisionOfAnInput() throws Exception {
        try (var operator = open(null)) {
            operator.feed(transit("510100", EIGHT, 50, 2));
            operator.feed(transit("510100", EIGHT, 40, 1));
            operator.finish();

            assertThat(operator.last().field("total_entries")).isEqualTo("50");
        }
    }

    @Test
    void flushesAtTheEndOfABoundedInput() throws Exception {
        try (var operator = open(null)) {
            operator.feed(transit("510100", EIGHT, 50, 0));
            operator.finish();

            assertThat(operator.issued()).hasSize(1);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(null)) {
            operator.feed(transit("510100", EIGHT, 50, 0));
            operator.processingTime(500);
            operator.feed(transit("510600", EIGHT, 5, 0));
            state = operator.snapshot();
        }
        try (var operator = open(state)) {
            operator.feed(journeys("510100", "510600", EIGHT, 2));
            operator.finish();

            List<Result> issued = operator.issued();
            assertThat(issued).hasSize(1);
            assertThat(issued.get(0).revision()).isEqualTo(1);
            assertThat(issued.get(0).field("total_entries")).isEqualTo("55");
            assertThat(issued.get(0).field("cross_city_journeys")).isEqualTo("2");
        }
    }

    @Test
    void forgetsAnHourAfterThirtySixDays() throws Exception {
        try (var operator = open(null)) {
            operator.feed(transit("510100", EIGHT, 50, 0));
            operator.watermark(at("2026-04-10T07:59"));
            operator.feed(transit("510600", EIGHT, 5, 0));
            operator.watermark(at("2026-04-11T08:00"));

            assertThat(operator.issued())
                    .extracting(row -> row.field("total_entries"))
                    .containsExactly("55");
            operator.processingTime(500);
            assertThat(operator.issued()).hasSize(1);

            operator.feed(transit("510100", EIGHT, 51, 1));
            operator.processingTime(1000);
            assertThat(operator.last().field("total_entries")).isEqualTo("51");
        }
    }

    @Test
    void refusesWhatTheSelectionCannotHaveLetThrough() throws Exception {
        try (var operator = open(null)) {
            assertThatThrownBy(() -> operator.feed(river(EIGHT))).hasMessageContaining("water_river_4h");
        }
    }

    /** It settles in 500 ms. */
    private static OperatorUnderTest open(@Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(RegionRun.graph(), RegionTopology.HOUR_UID, state);
    }
}
