package org.tongcheng.domain.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;

final class RegionRowTest {

    @Test
    void putsTheCitiesAndFeedsSideBySide() {
        Result row = RegionRow.of(
                "chengdu",
                0,
                List.of(
                        Inputs.air("510100", 120, "90"),
                        Inputs.air("510600", 101, "76"),
                        Inputs.air("511400", 100, "75"),
                        Inputs.air("512000", null, null),
                        Inputs.transit("510100", 1000, 30),
                        Inputs.transit("510600", 20, 4),
                        Inputs.journeys("510100", "510100", 700),
                        Inputs.journeys("510100", "512000", 50),
                        Inputs.journeys("512000", "510100", 60),
                        Inputs.water("510100", 5, 1),
                        Inputs.water("510600", 0, 1)),
                4);

        assertThat(row.series()).isEqualTo("region_1h,region_id=chengdu");
        assertThat(row.time()).isZero();
        assertThat(row.revision()).isEqualTo(4);
        assertThat(written(row))
                .containsExactly(
                        "cities_reporting=4",
                        "aqi_max=120",
                        "aqi_max_city=510100",
                        "cities_polluted=2",
                        "pm2_5_mean=80",
                        "total_entries=1020",
                        "cross_city_journeys=110",
                        "roaming_transactions=34",
                        "sections_classified=7",
                        "good_share=0.7143");
    }

    @Test
    void namesTheSmallestCodeOfEquallyPollutedCities() {
        Result row = RegionRow.of(
                "r",
                0,
                List.of(Inputs.air("512000", 60, "40"), Inputs.air("510600", 60, "41"), Inputs.air("510100", 59, "40")),
                0);

        assertThat(row.field("aqi_max_city")).isEqualTo("510600");
    }

    @Test
    void roundsTheMeanHalfEven() {
        assertThat(RegionRow.of("r", 0, List.of(Inputs.air("a", 50, "34"), Inputs.air("b", 50, "35")), 0)
                        .field("pm2_5_mean"))
                .isEqualTo("34");
        assertThat(RegionRow.of("r", 0, List.of(Inputs.air("a", 50, "35"), Inputs.air("b", 50, "36")), 0)
                        .field("pm2_5_mean"))
                .isEqualTo("36");
    }

    @Test
    void leavesOutWhatNoInputTellsOfButTheCountsOfCities() {
        assertThat(written(RegionRow.of("r", 0, List.of(Inputs.transit("510100", 5, 0)), 0)))
                .containsExactly(
                        "cities_reporting=0",
                        "cities_polluted=0",
                        "total_entries=5",
                        "cross_city_journeys=0",
                        "roaming_transactions=0");
        assertThat(written(RegionRow.of("r", 0, List.of(Inputs.air("510100", null, null)), 0)))
                .containsExactly("cities_reporting=1", "cities_polluted=0");
        assertThat(written(RegionRow.of("r", 0, List.of(Inputs.journeys("510100", "510100", 9)), 0)))
                .containsExactly("cities_reporting=0", "cities_polluted=0", "cross_city_journeys=0");
        assertThat(written(RegionRow.of("r", 0, List.of(Inputs.water("510100", 0, 0)), 0)))
                .containsExactly("cities_reporting=0", "cities_polluted=0", "sections_classified=0");
    }

    @Property(tries = 200)
    void theOrderOfInputsIsIrrelevant(@ForAll("inputs") List<Result> inputs, @ForAll Random random) {
        List<Result> shuffled = new ArrayList<>(inputs);
        Collections.shuffle(shuffled, random);

        assertThat(RegionRow.of("r", 0, shuffled, 0)).isEqualTo(RegionRow.of("r", 0, inputs, 0));
    }

    @Property(tries = 200)
    void aRowOfTrimmedInputsIsTheSame(@ForAll("inputs") List<Result> inputs) {
        List<Result> trimmed = new ArrayList<>();
        for (Result input : inputs) {
            RegionInput kind = RegionInput.of(input);
            assertThat(kind).isNotNull();
            trimmed.add(kind == null ? input : kind.trim(input));
        }

        assertThat(RegionRow.of("r", 0, trimmed, 0)).isEqualTo(RegionRow.of("r", 0, inputs, 0));
    }

    @Provide
    static Arbitrary<List<Result>> inputs() {
        Arbitrary<String> cities = Arbitraries.of("510100", "510600", "511400", "512000");
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 300);
        return Arbitraries.oneOf(
                        Combinators.combine(cities, counts.injectNull(0.2), counts)
                                .as((city, aqi, pm25) -> Inputs.air(city, aqi, Integer.toString(pm25))),
                        Combinators.combine(cities, counts, counts).as(Inputs::transit),
                        Combinators.combine(cities, cities, counts).as(Inputs::journeys),
                        Combinators.combine(cities, counts, counts).as(Inputs::water))
                .list()
                .ofMaxSize(12)
                .uniqueElements(Result::series);
    }

    private static List<String> written(Result row) {
        return row.fields().stream().map(RegionRowTest::written).toList();
    }

    private static String written(Field field) {
        return field.name() + "=" + field.value();
    }
}
