package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShippedRegionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final Set<String> CITIES = Set.of("510100", "510600", "511400", "512000");

    private final Region chengdu = RegionDirectory.shipped("chengdu");

    @Test
    void hasTheFourCitiesWithPopulationAndPosition() {
        assertThat(chengdu.id()).isEqualTo("chengdu");
        assertThat(chengdu.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(chengdu.cities()).extracting(City::cityCode).containsExactlyInAnyOrderElementsOf(CITIES);
        assertThat(chengdu.cities()).allSatisfy(city -> {
            assertThat(city.population()).isGreaterThan(1_000_000);
            assertThat(city.longitude()).isBetween(103.0, 106.0);
            assertThat(city.latitude()).isBetween(29.5, 31.7);
        });
    }

    @Test
    void hasFifteenRailLinesAndBusRoutesWithStopsOfTheirOwn() {
        assertThat(chengdu.routes())
                .filteredOn(route -> route.routeType() == 0 || route.routeType() == 1)
                .hasSize(15);
        assertThat(chengdu.routes())
                .filteredOn(route -> route.routeType() == 3)
                .hasSizeGreaterThanOrEqualTo(14)
                .extracting(Route::routeShortName)
                .contains("K9");
        Map<String, Long> stopsByRoute = chengdu.stops().stream()
                .collect(Collectors.groupingBy(stop -> Objects.requireNonNull(stop.routeId()), Collectors.counting()));
        assertThat(chengdu.routes()).allSatisfy(route -> assertThat(stopsByRoute.getOrDefault(route.routeId(), 0L))
                .as(route.routeShortName())
                .isGreaterThanOrEqualTo(2));
    }

    @Test
    void putsTheFarEndOfLineS3IntoZiyangThoughItsCodesBeginWithThatOfChengdu() {
        Route s3 = chengdu.routes().stream()
                .filter(route -> route.routeShortName().startsWith("S3"))
                .findFirst()
                .orElseThrow();
        List<Stop> stops = chengdu.stops().stream()
                .filter(stop -> s3.routeId().equals(stop.routeId()))
                .toList();
        assertThat(stops).hasSize(7).extracting(Stop::stopId).allMatch(id -> id.startsWith("6510"));
        assertThat(stops)
                .filteredOn(stop -> stop.cityCode().equals("512000"))
                .extracting(Stop::stopName)
                .containsExactlyInAnyOrder("资阳临空", "幸福大道", "苌弘广场", "宝台", "资阳北站");
    }

    @Test
    void hasStopsStationsAndSectionsInEveryCity() {
        assertThat(chengdu.stops()).extracting(Stop::cityCode).containsAll(CITIES);
        assertThat(CITIES).allSatisfy(city -> {
            assertThat(chengdu.airStationsExpected(city, TODAY)).isPositive();
            assertThat(chengdu.waterSectionsExpected(city, TODAY)).isPositive();
        });
        assertThat(chengdu.airStations(TODAY)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(chengdu.waterSections(TODAY)).hasSize(17);
    }

    @Test
    void placesEveryStopStationAndSectionInsideTheRegion() {
        assertThat(chengdu.stops()).allSatisfy(stop -> near(stop.longitude(), stop.latitude()));
        assertThat(chengdu.airStations()).allSatisfy(station -> near(station.longitude(), station.latitude()));
        assertThat(chengdu.waterSections()).allSatisfy(section -> near(section.longitude(), section.latitude()));
    }

    @Test
    void leadsTheTuoFromDeyangThroughChengduToZiyang() {
        Map<String, WaterSection> sections = chengdu.waterSections().stream()
                .collect(Collectors.toMap(WaterSection::sectionId, Function.identity()));
        Set<String> cities = new HashSet<>();
        int hops = 0;
        WaterSection section = sections.get("dy-shuangjiangqiao");
        while (section != null) {
            cities.add(section.cityCode());
            hops++;
            section = section.downstreamId() == null ? null : sections.get(section.downstreamId());
        }
        assertThat(cities).containsExactlyInAnyOrder("510600", "510100", "512000");
        assertThat(hops).isBetween(4, sections.size());
    }

    @Test
    void knowsTargetAndTravelTimeOfEverySection() {
        assertThat(chengdu.waterSections()).allSatisfy(section -> {
            assertThat(section.targetClass()).isBetween(1, 5);
            assertThat(section.travelHours() == null).isEqualTo(section.downstreamId() == null);
        });
    }

    private static void near(@Nullable Double longitude, @Nullable Double latitude) {
        assertThat(longitude).isBetween(102.5, 106.0);
        assertThat(latitude).isBetween(29.3, 32.0);
    }
}
