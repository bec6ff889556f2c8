package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.air.AirValues.day;
import static org.tongcheng.domain.air.AirValues.one;
import static org.tongcheng.domain.air.AirValues.six;
import static org.tongcheng.domain.feed.AirItem.NO2;
import static org.tongcheng.domain.feed.AirItem.O3;
import static org.tongcheng.domain.feed.AirItem.PM10;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;

class DayValuesTest {

    @Test
    void needsTwentyHoursForAMean() {
        assertThat(DayValues.ofHours(day(hour -> hour <= 20 ? one(NO2, "30") : Map.of()))
                        .values())
                .containsOnlyKeys(NO2);
        assertThat(DayValues.ofHours(day(hour -> hour <= 19 ? one(NO2, "30") : Map.of()))
                        .values())
                .isEmpty();
    }

    @Test
    void keepsTheMeanUnrounded() {
        DayValues day = DayValues.ofHours(day(hour -> one(NO2, hour == 1 ? "31" : "30")));

        assertThat(day.values()).containsEntry(NO2, Fraction.mean(BigDecimal.valueOf(721), 24));
    }

    @Test
    void countsTheHoursOfEachItem() {
        DayValues day = DayValues.ofHours(day(hour -> hour % 2 == 0 ? one(NO2, "30") : one(O3, "50")));

        assertThat(day.hoursOf(NO2)).isEqualTo(12);
        assertThat(day.hours()).containsEntry(O3, 0x555555);
        assertThat(day.hoursOf(PM10)).isZero();
    }

    @Test
    void takesTheLargestEightHourMean() {
        DayValues day = DayValues.ofHours(day(hour -> one(O3, hour >= 11 && hour <= 18 ? "150" : "30")));

        assertThat(day.values()).containsEntry(O3, Fraction.of(BigDecimal.valueOf(150)));
    }

    @Test
    void needsSixOfEightHoursForAnEightHourMean() {
        assertThat(ozone(hour -> hour <= 8 && hour % 4 == 0 ? null : "50")).isNotNull();
        assertThat(ozone(hour -> hour <= 6 ? "170" : null)).isEqualTo(Fraction.of(BigDecimal.valueOf(170)));
        assertThat(ozone(hour -> hour <= 5 ? "170" : null)).isNull();
    }

    @Test
    void needsFourteenEightHourMeansUpToTheLimit() {
        assertThat(ozone(hour -> hour <= 19 ? "160" : null)).isEqualTo(Fraction.of(BigDecimal.valueOf(160)));
        assertThat(ozone(hour -> hour <= 18 ? "160" : null)).isNull();
        assertThat(ozone(hour -> hour <= 18 ? "160.5" : null)).isNull();
        assertThat(ozone(hour -> hour <= 18 ? "160.6" : null)).isEqualTo(Fraction.of(new BigDecimal("160.6")));
    }

    @Test
    void needsTwentyHoursForTheLargestHourlyOzoneUpToTheLimit() {
        assertThat(largestHour(20, "90")).isEqualTo(Fraction.of(BigDecimal.valueOf(90)));
        assertThat(largestHour(19, "90")).isNull();
        assertThat(largestHour(19, "200")).isNull();
        assertThat(largestHour(1, "201")).isEqualTo(Fraction.of(BigDecimal.valueOf(201)));
        assertThat(largestHour(0, "201")).isNull();
    }

    @Test
    void averagesTheValidDaysOfACitysStations() {
        DayValues full = DayValues.ofHours(day(hour -> six("5 30 60 0.8 90 40")));
        DayValues half = DayValues.ofHours(day(hour -> hour <= 12 ? six("9 99 99 9.9 99 99") : Map.of()));
        DayValues dusty = DayValues.ofHours(day(hour -> hour <= 20 ? six("- - 71 - 101 -") : Map.of()));

        DayValues city = DayValues.ofStations(List.of(full, half, dusty));

        assertThat(city.values())
                .containsEntry(NO2, Fraction.of(BigDecimal.valueOf(30)))
                .containsEntry(PM10, Fraction.of(new BigDecimal("65.5")))
                .containsEntry(O3, Fraction.of(new BigDecimal("95.5")));
        assertThat(city.ozoneOneHour()).isEqualTo(Fraction.of(new BigDecimal("95.5")));
    }

    @Test
    void countsAnHourOfACityThatAnyStationHas() {
        DayValues morning = DayValues.ofHours(day(hour -> hour <= 14 ? one(NO2, "1") : Map.of()));
        DayValues evening = DayValues.ofHours(day(hour -> hour > 10 ? one(NO2, "1") : Map.of()));

        DayValues city = DayValues.ofStations(List.of(morning, evening));

        assertThat(city.hoursOf(NO2)).isEqualTo(24);
        assertThat(city.values()).isEmpty();
        assertThat(city.ozoneOneHour()).isNull();
    }

    @Property
    void hasOneMeanWhateverTheOrderOfHours(
            @ForAll @Size(24) List<@IntRange(max = 9999) Integer> tenths, @ForAll long seed) {
        List<Integer> permuted = new ArrayList<>(tenths);
        Collections.shuffle(permuted, new Random(seed));

        assertThat(DayValues.ofHours(day(hour -> Map.of(PM10, BigDecimal.valueOf(permuted.get(hour - 1), 1)))))
                .isEqualTo(DayValues.ofHours(day(hour -> Map.of(PM10, BigDecimal.valueOf(tenths.get(hour - 1), 1)))));
    }

    @Property
    void hasOneCityDayWhateverTheOrderOfStations(
            @ForAll @Size(min = 1, max = 6) List<@Size(24) List<@IntRange(max = 400) Integer>> ozone,
            @ForAll long seed) {
        List<DayValues> stations = new ArrayList<>(ozone.stream()
                .map(hours -> DayValues.ofHours(day(hour -> Map.of(O3, BigDecimal.valueOf(hours.get(hour - 1))))))
                .toList());
        DayValues city = DayValues.ofStations(stations);

        Collections.shuffle(stations, new Random(seed));

        assertThat(DayValues.ofStations(stations)).isEqualTo(city);
        assertThat(city.values().keySet()).isEqualTo(Set.of(O3));
    }

    @Property
    void hasAnEightHourMeanNotAboveTheLargestHour(@ForAll @Size(24) List<@IntRange(max = 900) Integer> ozone) {
        DayValues day = DayValues.ofHours(day(hour -> Map.of(O3, BigDecimal.valueOf(ozone.get(hour - 1)))));

        assertThat(day.values().get(O3)).isLessThanOrEqualTo(day.ozoneOneHour());
    }

    private interface Hourly {
        @Nullable
        String at(int hour);
    }

    private static @Nullable Fraction ozone(Hourly values) {
        return DayValues.ofHours(day(hour -> {
                    String value = values.at(hour);
                    return value == null ? Map.of() : one(O3, value);
                }))
                .values()
                .get(O3);
    }

    private static @Nullable Fraction largestHour(int hours, String value) {
        return DayValues.ofHours(day(hour -> hour <= hours ? one(O3, value) : Map.<AirItem, BigDecimal>of()))
                .ozoneOneHour();
    }
}
