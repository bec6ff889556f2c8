package org.tongcheng.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.ShanghaiTime;

final class RegionTopologyTest {

    @Test
    void givesTheSameRowsAtAnyParallelismAndInAnyOrder() throws Exception {
        List<Result> inputs = aDay();
        Map<String, Result> expected = RegionRun.of(1, inputs).content();
        assertThat(expected).hasSize(24);
        Result noon = expected.get("region_1h,region_id=test 2026-03-05T12:00");
        assertThat(noon).isNotNull();
        assertThat(noon == null ? null : noon.field("cities_reporting")).isEqualTo("2");

        Collections.shuffle(inputs, new Random(5));
        assertThat(RegionRun.of(4, inputs).content()).isEqualTo(expected);
    }

    /** Inputs of every feed for each hour, some in several revisions, and some that nobody needs. */
    private static List<Result> aDay() {
        Random random = new Random(42);
        List<Result> inputs = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            String start = ShanghaiTime.local(ShanghaiTime.at("2026-03-05T00:00") + hour * 3_600_000L);
            String end = ShanghaiTime.local(ShanghaiTime.at(start) + 3_600_000L);
            for (String city : List.of("510100", "510600")) {
                for (int revision = 0; revision < 3; revision++) {
                    inputs.add(Inputs.air(city, end, random.nextInt(300), revision));
                    inputs.add(Inputs.transit(city, start, random.nextInt(1000), revision));
                }
                inputs.add(Inputs.journeys(city, "512000", start, random.nextInt(100)));
                if (hour % 4 == 0) {
                    inputs.add(Inputs.water(city, start, random.nextInt(9), random.nextInt(3), 0));
                    inputs.add(Inputs.river(start));
                }
            }
        }
        return inputs;
    }
}
