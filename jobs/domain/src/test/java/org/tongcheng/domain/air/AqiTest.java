package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.AirItem.CO;
import static org.tongcheng.domain.feed.AirItem.NO2;
import static org.tongcheng.domain.feed.AirItem.O3;
import static org.tongcheng.domain.feed.AirItem.PM10;
import static org.tongcheng.domain.feed.AirItem.PM2_5;
import static org.tongcheng.domain.feed.AirItem.SO2;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.AirItem;

class AqiTest {

    @Test
    void isTheLargestIndex() {
        assertThat(Aqi.of(Map.of(SO2, 3, PM10, 61, O3, 60), List.of()).value()).isEqualTo(61);
    }

    @Test
    void namesEveryItemOfATieInOrder() {
        assertThat(Aqi.of(Map.of(PM2_5, 70, PM10, 70, NO2, 70, CO, 69), List.of())
                        .primaryPollutants())
                .containsExactly(NO2, PM10, PM2_5);
    }

    @Test
    void namesNoPrimaryPollutantUpToFifty() {
        assertThat(Aqi.of(Map.of(PM10, 50), List.of()).primaryPollutants()).isEmpty();
        assertThat(Aqi.of(Map.of(PM10, 51), List.of()).primaryPollutants()).containsExactly(PM10);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "50,1", "51,2", "100,2", "101,3", "150,3", "151,4", "200,4", "201,5", "300,5", "301,6", "500,6"})
    void hasALevel(int value, int level) {
        assertThat(Aqi.of(Map.of(PM10, value), List.of()).level()).isEqualTo(level);
    }

    @Test
    void waitsForAMissingItemUnlessTheRestIsAboveOneHundred() {
        Aqi blocked = Aqi.of(Map.of(PM2_5, 100), List.of(O3));

        assertThat(blocked.value()).isNull();
        assertThat(blocked.level()).isNull();
        assertThat(blocked.primaryPollutants()).isEmpty();
        assertThat(Aqi.of(Map.of(PM2_5, 101), List.of(O3)).value()).isEqualTo(101);
    }

    @Test
    void doesWithoutPm10() {
        assertThat(Aqi.of(Map.of(PM2_5, 20), List.of(PM10)).value()).isEqualTo(20);
        assertThat(Aqi.of(Map.of(PM2_5, 20), List.of(PM10, SO2)).value()).isNull();
    }

    @Test
    void needsAnIndex() {
        assertThat(Aqi.of(Map.of(), List.of()).value()).isNull();
        assertThat(Aqi.of(Map.of(), List.of(PM10)).value()).isNull();
    }

    @Test
    void listsMissingItemsInOrder() {
        assertThat(Aqi.of(Map.of(), List.of(PM2_5, SO2, O3)).missing()).containsExactly(SO2, O3, PM2_5);
    }

    @Property
    void isReachedByEveryPrimaryPollutantAndNoOther(
            @ForAll @Size(min = 1) Map<AirItem, @IntRange(max = 500) Integer> indices) {
        Aqi aqi = Aqi.of(indices, List.of());
        int value = Objects.requireNonNull(aqi.value());

        assertThat(indices.values()).allMatch(index -> index <= value).contains(value);
        Arrays.stream(AirItem.values())
                .forEach(item -> assertThat(aqi.primaryPollutants().contains(item))
                        .isEqualTo(value > 50 && Integer.valueOf(value).equals(indices.get(item))));
    }
}
