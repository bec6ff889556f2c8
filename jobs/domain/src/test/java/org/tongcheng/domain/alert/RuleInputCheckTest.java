package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleCheckTest.check;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleInputCheckTest {

    @Test
    void refusesAMeasurementThatNoJobWrites() {
        RuleDraft draft = threshold();
        draft.input = new RuleInput("air_station", "pm2_5", Map.of("x", "y"));
        check(draft, "measurement: no job writes 'air_station' for rules to read");
        for (String ofAlerts : List.of("alert", "alert_active_1m", "alert_summary_1d")) {
            draft.input = new RuleInput(ofAlerts, "value", Map.of());
            check(draft, "measurement: no job writes '" + ofAlerts + "' for rules to read");
        }
        RuleDraft cards = RuleDraft.of(RuleKind.CARD_IN_TWO_PLACES, "red 200/200");
        check(cards, "measurement: rules on cards read transit.taps");
    }

    @Test
    void refusesFieldsWithoutNumbersAndUnknownTags() {
        RuleDraft draft = threshold();
        draft.input = new RuleInput("air_station_1h", "qc", Map.of("river", "沱江", "city_code", "510100"));
        check(
                draft,
                "field: air_station_1h has no field 'qc' that holds a number",
                "filter.river: air_station_1h has no such tag");
        draft.input = new RuleInput("air_station_1h", "", Map.of());
        check(draft, "field: air_station_1h has no field '' that holds a number");
        RuleDraft silence = RuleDraft.of(RuleKind.NO_DATA, "blue 3/1").setting("period_minutes", "60");
        silence.input = new RuleInput("air_station_1h", "pm25", Map.of());
        check(silence, "field: air_station_1h has no field 'pm25' that holds a number");
    }

    @Test
    void sharesAndRiversReadWhatHasThem() {
        RuleDraft share = RuleDraft.of(RuleKind.AGGREGATE_SHARE, "blue 0.9/0.9");
        share.input = new RuleInput("region_1h", "good_share", Map.of());
        assertThat(RuleCheck.problems(share.build()))
                .contains(new RuleProblem("field", "region_1h has no share 'good_share'"));
        share.input = new RuleInput("water_city_4h", "good_share", Map.of());
        assertThat(RuleCheck.problems(share.build()))
                .noneMatch(problem -> problem.field().equals("field"));
        RuleDraft river = RuleDraft.of(RuleKind.RIVER_PROPAGATION, "blue 2/2");
        river.input = new RuleInput("air_city_1h", "aqi", Map.of());
        assertThat(RuleCheck.problems(river.build()))
                .contains(new RuleProblem("measurement", "rules down a river read water_section"));
    }
}
