package org.tongcheng.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;

/** The map of stations and sections on the region's dashboard. */
class RegionMapTest {

    private static final Region REGION = RegionDirectory.shipped("chengdu");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void takesTheColourOfEachStationAndSectionFromItsSeries(String language) {
        TreeSet<String> registered = new TreeSet<>();
        REGION.airStations(DAY).forEach(station -> registered.add(station.stationId()));
        REGION.waterSections(DAY).forEach(section -> registered.add(section.sectionId()));

        assertThat(elements(language).stream()
                        .filter(element -> element.at("/background/color").has("field"))
                        .map(element -> element.at("/background/color/field").asText())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void coversNothing(String language) {
        List<JsonNode> elements = elements(language);
        for (int i = 0; i < elements.size(); i++) {
            JsonNode one = elements.get(i).get("placement");
            assertThat(one).as(elements.get(i).get("name").asText()).allMatch(side -> side.asDouble() >= 0);
            for (JsonNode other : elements.subList(0, i)) {
                assertThat(apart(one, other.get("placement")))
                        .as("%s and %s", elements.get(i).get("name"), other.get("name"))
                        .isTrue();
            }
        }
    }

    private static List<JsonNode> elements(String language) {
        JsonNode map = Dashboard.of(language, "region").panels().stream()
                .filter(panel -> panel.get("type").asText().equals("canvas"))
                .findFirst()
                .orElseThrow();
        return Dashboard.list(map.at("/options/root/elements"));
    }

    private static boolean apart(JsonNode one, JsonNode other) {
        return apart(one, other, "left", "right") || apart(one, other, "top", "bottom");
    }

    /** Sides are distances from the panel's, in percent. */
    private static boolean apart(JsonNode one, JsonNode other, String begin, String end) {
        return one.get(begin).asDouble() >= 100 - other.get(end).asDouble()
                || other.get(begin).asDouble() >= 100 - one.get(end).asDouble();
    }
}
