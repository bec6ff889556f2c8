package org.tongcheng.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated dashboards, without a Grafana and without a store. */
class DashboardsTest {

    private static final Declared DECLARED = Declared.inSchemas();
    private static final Style STYLE = Style.table();
    private static final String CHINESE = "(?s).*\\p{IsHan}.*";

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void asksOnlyForWhatSchemasDeclare(Dashboard dashboard) {
        Stream<String> queries = Stream.concat(
                dashboard.asked().stream().map(Asked::query), dashboard.askingVariables().values().stream());
        assertThat(queries).isNotEmpty().allSatisfy(query -> {
            QueryText text = QueryText.of(query);
            assertThat(text.measurements())
                    .hasSize(1)
                    .isSubsetOf(DECLARED.columns().keySet());
            assertThat(text.columns()).isNotEmpty().isSubsetOf(declaredFor(text));
            assertThat(text.others()).as("words outside of quotes").isEmpty();
            assertThat(text.variables()).isSubsetOf(dashboard.variables());
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelSaysWhatItIsAndWhatToDo(Dashboard dashboard) {
        boolean chinese = dashboard.language().equals("zh");
        assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.get("title").asText()).isNotBlank();
            String description = panel.get("description").asText();
            assertThat(description).hasSizeGreaterThan(10);
            assertThat(description.matches(CHINESE)).as(description).isEqualTo(chinese);
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isIn(STYLE.units());
        });
        if (!chinese) {
            assertThat(dashboard.panels())
                    .allSatisfy(panel -> assertThat(panel.get("title").asText()).doesNotMatch(CHINESE));
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void hasTheSamePanelsInBothLanguages(Dashboard dashboard) {
        Dashboard english = Dashboard.of("en", dashboard.name());
        assertThat(shapes(dashboard)).isEqualTo(shapes(english));
        assertThat(dashboard.variables()).isEqualTo(english.variables());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noTwoPanelsOverlap(Dashboard dashboard) {
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : dashboard.json().get("panels")) {
            JsonNode place = panel.get("gridPos");
            int right = place.get("x").asInt() + place.get("w").asInt();
            int bottom = place.get("y").asInt() + place.get("h").asInt();
            assertThat(right).as(panel.get("title").asText()).isLessThanOrEqualTo(24);
            for (int x = place.get("x").asInt(); x < right; x++) {
                for (int y = place.get("y").asInt(); y < bottom; y++) {
                    assertThat(taken.add(x + " " + y))
                            .as("%s at %s, %s", panel.get("title").asText(), x, y)
                            .isTrue();
                }
            }
        }
        assertThat(Dashboard.list(dashboard.json().get("panels")))
                .extracting(panel -> panel.get("id").asInt())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void coloursUnitsAndThresholdsAreTheTables(Dashboard dashboard) {
        assertThat(colours(dashboard.json())).isNotEmpty().isSubsetOf(STYLE.colours());
        assertThat(dashboard.json().findValues("unit"))
                .allSatisfy(unit -> assertThat(unit.asText()).isIn(STYLE.units()));
        List<JsonNode> modes = dashboard.json().findParents("fixedColor");
        assertThat(modes)
                .allSatisfy(colour -> assertThat(colour.get("mode").asText()).isEqualTo("fixed"));
        assertThat(dashboard.panels()).allSatisfy(panel -> assertThat(
                        panel.at("/fieldConfig/defaults/color/mode").asText())
                .isIn(STYLE.modes()));
        assertThat(dashboard.json().findValues("steps")).isNotEmpty().allSatisfy(steps -> assertThat(Style.shown(steps))
                .isIn(STYLE.thresholds()));
        for (JsonNode property : dashboard.json().findParents("id")) {
            if (property.get("id").asText().equals("unit")) {
                assertThat(property.get("value").asText()).isIn(STYLE.units());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void linksToEveryOtherAndKeepsTimeAndVariables(Dashboard dashboard) {
        Set<String> uids = Dashboard.all().stream().map(Dashboard::uid).collect(Collectors.toSet());
        assertThat(uids).hasSize(Dashboard.all().size());
        assertThat(Dashboard.list(dashboard.json().get("links"))).allSatisfy(link -> {
            assertThat(link.get("keepTime").asBoolean()).isTrue();
            assertThat(link.get("includeVars").asBoolean()).isTrue();
            assertThat(link.get("url").asText()).startsWith("/d/");
            assertThat(link.get("url").asText().substring("/d/".length())).isIn(uids);
        });
        List<String> expected = new ArrayList<>(Dashboard.NAMES.stream()
                .filter(name -> !name.equals(dashboard.name()))
                .map(name -> "/d/" + Dashboard.of(dashboard.language(), name).uid())
                .toList());
        expected.add("/d/"
                + Dashboard.of(dashboard.language().equals("zh") ? "en" : "zh", dashboard.name())
                        .uid());
        assertThat(Dashboard.list(dashboard.json().get("links")))
                .extracting(link -> link.get("url").asText())
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void marksTransitionsOfAlertsInTheirColours(Dashboard dashboard) {
        List<JsonNode> annotations = Dashboard.list(dashboard.json().at("/annotations/list"));
        assertThat(annotations)
                .extracting(
                        annotation -> annotation.at("/target/query").asText().replaceAll(".*'(\\w+)'.*", "$1"))
                .containsExactly("red", "orange", "yellow", "blue");
        JsonNode severities =
                Project.json(Project.root().resolve("grafana/src/style.json")).at("/colours/severity");
        assertThat(annotations).allSatisfy(annotation -> {
            assertThat(annotation.get("enable").asBoolean()).isTrue();
            assertThat(annotation.get("iconColor").asText())
                    .isEqualTo(severities
                            .get(annotation.at("/target/refId").asText())
                            .asText());
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void readsTheDataSourceThatIsChosen(Dashboard dashboard) {
        assertThat(dashboard.variables()).startsWith("datasource", "region");
        assertThat(dashboard.json().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.get("uid").asText()).isEqualTo("${datasource}"));
    }

    private static Set<String> declaredFor(QueryText text) {
        return text.measurements().stream()
                .map(DECLARED.columns()::get)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /** All but words. */
    private static List<String> shapes(Dashboard dashboard) {
        return dashboard.panels().stream()
                .map(panel -> panel.get("type").asText()
                        + panel.get("gridPos")
                        + panel.at("/fieldConfig/defaults/unit")
                        + panel.at("/fieldConfig/defaults/thresholds")
                        + panel.get("targets")
                                .findValuesAsText("query")
                                .toString()
                                .replace("title_zh", "title_en"))
                .toList();
    }

    /** Whatever stands where Grafana expects a colour: by name of the member, or in a colour's object. */
    private static Set<String> colours(JsonNode json) {
        Set<String> found = new HashSet<>();
        for (String member : List.of("color", "iconColor", "fixedColor")) {
            for (JsonNode colour : json.findValues(member)) {
                if (colour.isTextual()) {
                    found.add(colour.asText());
                } else if (colour.has("fixed")) {
                    found.add(colour.get("fixed").asText());
                }
            }
        }
        return found;
    }
}
