package org.tongcheng.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.day.LiveDemoDay;
import org.tongcheng.local.day.SharedDay;

/**
 * Everything that dashboards ask, asked of an InfluxDB that the demo's day has filled: each panel has something to show, of
 * the shape that it expects, and shows what the result topics say.
 */
@ExtendWith(SharedDay.class)
class DashboardsIT {

    private static final double EXACT = 1e-6;

    private static LiveDemoDay day;
    private static Store store;
    private static DayResults results;

    @BeforeAll
    static void read(LiveDemoDay shared) {
        day = shared;
        store = new Store(day.influx());
        results = DayResults.of(day.kafka());
    }

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAndAnnotationIsAnsweredInItsShape(Dashboard dashboard) throws Exception {
        for (Asked asked : dashboard.asked()) {
            List<Map<String, String>> rows = store.ask(asked.notEarlier());
            Set<String> columns = new TreeSet<>();
            rows.forEach(row -> columns.addAll(row.keySet()));
            assertThat(rows).as(asked.toString()).isNotEmpty();
            assertThat(columns).as(asked.toString()).contains("time").containsAll(asked.columns());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyVariableHasValuesAndChoosingEachOfThemIsChoosingAll(Dashboard dashboard) throws Exception {
        Map<String, String> chosen = new TreeMap<>();
        for (Map.Entry<String, String> variable : dashboard.askingVariables().entrySet()) {
            List<String> values = store.values(variable.getValue());
            assertThat(values).as(variable.toString()).isNotEmpty();
            chosen.put(variable.getKey(), Store.several(values));
        }
        for (Asked asked : dashboard.asked()) {
            assertThat(Rows.withoutTime(store.ask(asked.notEarlier(), chosen)))
                    .as(asked.toString())
                    .containsExactlyInAnyOrderElementsOf(Rows.withoutTime(store.ask(asked.notEarlier())));
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void showsTheCityThatIsChosenAndNoOther(Dashboard dashboard) throws Exception {
        Map<String, String> deyang = Map.of("city", "510600");
        for (Asked asked : dashboard.asked()) {
            if (asked.query().contains("\"city_code\" =~ /^$city$/")
                    && asked.columns().contains("city_code")) {
                Set<String> shown = new HashSet<>();
                store.ask(asked, deyang).forEach(row -> shown.add(row.getOrDefault("city_code", "none")));
                assertThat(shown).as(asked.toString()).isSubsetOf("510600");
            }
        }
        assertThat(dashboard.variables().contains("city"))
                .isEqualTo(!dashboard.name().equals("pipeline"));
    }

    @Test
    void regionShowsWhatTheResultTopicsSay() throws Exception {
        Map<String, List<Map<String, String>>> shown = shown("region");
        assertThat(Rows.number(shown.get("Entries today"), "sum"))
                .isCloseTo(results.sum("transit_city_1h", "total_entries"), within(EXACT))
                .isPositive();
        assertThat(Rows.number(shown.get("Journeys between cities"), "sum"))
                .isCloseTo(results.sum("region_1h", "cross_city_journeys"), within(EXACT))
                .isPositive();
        assertThat(Rows.by(shown.get("AQI"), "city_code", "last"))
                .hasSize(4)
                .isEqualTo(results.last("air_city_1h", "aqi", "city_code"));
        assertThat(shown.get("Good water").get(0).get("last"))
                .isEqualTo(results.last("region_1h", "good_share", "region_id").get("chengdu"));
        assertThat(Rows.numbers(shown.get("Alerts going on"), "severity", "sum"))
                .isEqualTo(AlertCounts.open(day.alerts()));
    }

    @Test
    void transitShowsWhatTheResultTopicsSay() throws Exception {
        Map<String, List<Map<String, String>>> shown = shown("transit");
        assertThat(Rows.number(shown.get("Taps"), "sum"))
                .isCloseTo(results.sum("transit_city_1h", "number_of_transactions"), within(EXACT))
                .isGreaterThan(100_000);
        assertThat(Rows.number(shown.get("Fares"), "sum"))
                .isCloseTo(results.sum("transit_city_1h", "amount_fen") / 100, within(EXACT));
        assertThat(Rows.pairs(shown.get("Origins and destinations"), "origin_city_code", "destination_city_code"))
                .isEqualTo(results.sums("transit_od_1h", "journeys", DashboardsIT::journey))
                .containsKey("510100 512000");
        assertThat(Rows.pairs(shown.get("Cards from elsewhere"), "issuer_city_code", "city_code"))
                .isEqualTo(results.sums(
                        "transit_roaming_1h",
                        "number_of_transactions",
                        result -> result.tag("issuer_city_code") + " " + result.tag("city_code")));
        Map<String, Double> stops = results.sums("transit_stop_1m", "total_entries", result -> result.tag("stop_id"));
        assertThat(Rows.numbers(shown.get("Busiest stops"), "stop_id", "top"))
                .hasSize(20)
                .allSatisfy((stop, entries) -> assertThat(entries).isEqualTo(stops.get(stop)));
    }

    @Test
    void airShowsWhatTheResultTopicsSay() throws Exception {
        Map<String, List<Map<String, String>>> shown = shown("air");
        assertThat(Rows.by(shown.get("AQI of cities by day"), "city_code", "aqi"))
                .hasSize(4)
                .isEqualTo(results.last("air_city_1d", "aqi", "city_code"));
        assertThat(Rows.by(shown.get("Composite index and rank, month to date"), "city_code", "composite_index"))
                .hasSize(4)
                .isEqualTo(results.last("air_city_index_mtd", "composite_index", "city_code"));
        assertThat(Rows.by(shown.get("AQI of stations by day"), "station_id", "aqi_level"))
                .hasSizeGreaterThan(20)
                .isEqualTo(results.last("air_station_1d", "aqi_level", "station_id"));
        assertThat(shown.get("AQI of cities by hour")).hasSize((int) results.of("air_city_1h")
                .filter(result -> result.field("aqi") != null)
                .count());
    }

    @Test
    void waterShowsWhatTheResultTopicsSay() throws Exception {
        Map<String, List<Map<String, String>>> shown = shown("water");
        assertThat(Rows.by(shown.get("Last report of sections"), "section_id", "class"))
                .hasSize(17)
                .isEqualTo(results.last("water_section", "class", "section_id"));
        assertThat(Rows.by(shown.get("Rivers"), "river", "quality"))
                .isEqualTo(results.last("water_river_4h", "quality", "river"));
        assertThat(Rows.numbers(shown.get("Reports that miss their target"), "city_code", "count"))
                .isEqualTo(Rows.doubles(results.counts("water_section", "meets_target", "false", "city_code")));
        assertThat(shown.get("Corrections")).hasSize((int) results.of("water_section")
                .filter(result -> result.revision() > 0 && result.field("class") != null)
                .count());
    }

    @Test
    void alertsShowWhatTheTopicSays() throws Exception {
        Map<String, List<Map<String, String>>> shown = shown("alerts");
        assertThat(shown.get("Transitions")).hasSameSizeAs(day.alerts());
        assertThat(Rows.numbers(shown.get("Rules that fire most"), "rule_id", "count"))
                .isEqualTo(AlertCounts.raised(day.alerts()));
        assertThat(Rows.numbers(shown.get("Rules that flap"), "rule_id", "count"))
                .isEqualTo(AlertCounts.recovering(day.alerts()));
        assertThat(Rows.numbers(shown.get("Alerts going on"), "severity", "sum"))
                .isEqualTo(AlertCounts.open(day.alerts()));
        assertThat(shown.get("Found and resolved per day").stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("sum")))
                        .sum())
                .isEqualTo(results.sum("alert_summary_1d", "found"))
                .isPositive();
    }

    @Test
    void pipelineShowsTheLedgerAndTheReasonsOfDeadLetters() throws Exception {
        Map<String, List<Map<String, String>>> shown = shown("pipeline");
        assertThat(Rows.numbers(shown.get("Balance (must be 0)"), "feed", "balance")
                        .values())
                .hasSize(3)
                .containsOnly(0.0);
        Ledgers.assertSame(shown.get("Ledger"), day);
        assertThat(Rows.pairs(shown.get("Dead letters by reason"), "job_name", "reason"))
                .isEqualTo(Ledgers.deadLetters(day))
                .hasSizeGreaterThan(10);
        assertThat(Rows.numbers(shown.get("InfluxDB retries"), "job_name", "sum"))
                .containsOnlyKeys("transit", "air", "water", "region", "alerts");
    }

    /** Answers by title of the panel; of several queries of a panel the first. */
    private static Map<String, List<Map<String, String>>> shown(String name) throws InterruptedException {
        Map<String, List<Map<String, String>>> shown = new TreeMap<>();
        for (Asked asked : Dashboard.of("en", name).asked()) {
            if (!shown.containsKey(asked.title())) {
                shown.put(asked.title(), store.ask(asked));
            }
        }
        return shown;
    }

    private static String journey(Result result) {
        return result.tag("origin_city_code") + " " + result.tag("destination_city_code");
    }
}
