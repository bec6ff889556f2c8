package org.tongcheng.water.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.water.SectionAssessment;
import org.tongcheng.domain.water.SectionKind;
import org.tongcheng.domain.water.SectionSite;
import org.tongcheng.domain.water.SectionSlotValue;
import org.tongcheng.testkit.OperatorUnderTest;
import org.tongcheng.water.WaterFixture;
import org.tongcheng.water.WaterRun;
import org.tongcheng.water.WaterTopology;

final class SummariseSlotTest {

    @Test
    void issuesTheSlotOfACityWithEachSection() throws Exception {
        try (var operator = open(WaterTopology.CITY_UID, null)) {
            operator.feed(value("cd-1", "2026-03-05T08:00", "5"));
            operator.feed(value("cd-2", "2026-03-05T08:00", "7"));

            Result last = operator.last();
            assertThat(last.series()).isEqualTo("water_city_4h,city_code=510100");
            assertThat(last.time()).isEqualTo(at("2026-03-05T08:00"));
            assertThat(last.revision()).isEqualTo(1);
            assertThat(last.field("sections_expected")).isEqualTo("3");
            assertThat(last.field("sections_classified")).isEqualTo("2");
            assertThat(last.field("class_3")).isEqualTo("1");
            assertThat(last.field("class_4")).isEqualTo("1");
            assertThat(last.field("good_share")).isEqualTo("0.5");
            assertThat(last.field("quality")).isNull();
        }
    }

    @Test
    void expectsTheSectionsThatTheRiverHasOnTheDayInAllCities() throws Exception {
        try (var operator = open(WaterTopology.RIVER_UID, null)) {
            operator.feed(value("cd-1", "2026-03-04T20:00", "5"));
            operator.feed(value("cd-1", "2026-03-05T00:00", "5"));

            assertThat(operator.issued())
                    .extracting(point -> point.field("sections_expected"))
                    .containsExactly("4", "3");
            assertThat(operator.last().field("quality")).isEqualTo("良好");
        }
    }

    @Test
    void countsTheLatestObservationOfASectionInTheSlot() throws Exception {
        try (var operator = open(WaterTopology.CITY_UID, null)) {
            operator.feed(value("cd-1", "2026-03-05T09:00", "5"));
            operator.feed(value("cd-1", "2026-03-05T08:00", "16"));
            assertThat(operator.issued()).hasSize(1);

            operator.feed(value("cd-1", "2026-03-05T10:00", "7"));
            assertThat(operator.last().field("class_4")).isEqualTo("1");
            assertThat(operator.last().field("sections_classified")).isEqualTo("1");
        }
    }

    @Test
    void issuesAgainForACorrection() throws Exception {
        OperatorSubtaskState state;
        try (var operator = open(WaterTopology.CITY_UID, null)) {
            operator.feed(value("cd-1", "2026-03-05T08:00", "5"));
            operator.feed(value("cd-2", "2026-03-05T08:00", "5"));
            state = operator.snapshot();
        }
        try (var operator = open(WaterTopology.CITY_UID, state)) {
            operator.feed(value("cd-1", "2026-03-05T08:00", "16"));

            assertThat(operator.last().revision()).isEqualTo(2);
            assertThat(operator.last().field("class_3")).isEqualTo("1");
            assertThat(operator.last().field("class_6")).isEqualTo("1");
        }
    }

    @Test
    void forgetsASlotOnceNothingOfItCanCome() throws Exception {
        try (var operator = open(WaterTopology.CITY_UID, null)) {
            operator.feed(value("cd-1", "2026-03-05T08:00", "5"));
            operator.feed(value("cd-1", "2026-03-06T08:00", "5"));

            operator.watermark(at("2026-04-10T08:00"));
            assertThat(operator.remembered()).isPositive();
            operator.feed(value("cd-2", "2026-03-05T08:00", "5"));
            assertThat(operator.last().field("sections_classified")).isEqualTo("2");

            operator.watermark(at("2026-04-11T08:00"));
            operator.feed(value("cd-2", "2026-03-06T08:00", "5"));
            assertThat(operator.last().field("sections_classified")).isEqualTo("2");

            operator.watermark(at("2026-04-12T08:00"));
            assertThat(operator.remembered()).isZero();
        }
    }

    private static SectionSlotValue value(String sectionId, String local, String codmn) {
        SectionSite site = new SectionSite(sectionId, "510100", "沱江", SectionKind.RIVER, null);
        var values = WaterFixture.observation(sectionId, local, codmn).values();
        long observedAt = at(local);
        long fourHours = 4 * 3_600_000L;
        // 08:00 in Shanghai is midnight UTC, so slots of the zone are slots of UTC.
        long slot = Math.floorDiv(observedAt, fourHours) * fourHours;
        var waterClass = SectionAssessment.of(values, SectionKind.RIVER).waterClass();
        return SectionSlotValue.of(site, slot, observedAt, Map.copyOf(values), waterClass);
    }

    private static OperatorUnderTest open(String uid, @Nullable OperatorSubtaskState state) throws Exception {
        return new OperatorUnderTest(WaterRun.graph(), uid, state);
    }
}
