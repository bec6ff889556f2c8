package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

class ResultLinesTest {

    @Test
    void showTheFieldsThatThereAre() {
        Result result = Measurement.AIR_CITY_1H
                .at(1_772_668_800_000L)
                .tag("city_code", "510100")
                .integer("aqi", 53)
                .build(2);

        assertThat(ResultLines.of(List.of(result), "so2", "aqi"))
                .containsExactly("air_city_1h,city_code=510100 2026-03-05T08:00 r2 53");
    }
}
