package org.tongcheng.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.InfluxQuery;
import org.tongcheng.reference.City;

/** What InfluxDB knows of each city, asked in InfluxQL. */
final class CityTable {

    private static final String CITY = "city_code";
    private static final String NOTHING = "-";

    private final InfluxQuery influx;
    private final String database;
    private final String during;

    /**
     * @param from epoch milliseconds; of a series by the day, the day that holds it must begin at or after it
     * @param to epoch milliseconds
     */
    CityTable(InfluxQuery influx, String database, long from, long to) {
        this.influx = influx;
        this.database = database;
        this.during = String.format(Locale.ROOT, " WHERE time >= %dms AND time <= %dms", from, to);
    }

    /** A line for each city. */
    String of(List<City> cities) throws InterruptedException {
        Map<String, Double> riders = byCity("max(unique_tokens)", "transit_city_1d");
        Map<String, Double> entries = byCity("sum(total_entries)", "transit_city_1d");
        Map<String, Double> roaming = byCity("sum(roaming_transactions)", "transit_city_1d");
        Map<String, Double> worstAir = byCity("max(aqi)", "air_city_1h");
        Map<String, Double> goodWater = byCity("mean(good_share)", "water_city_4h");
        Map<String, Double> in = new HashMap<>();
        Map<String, Double> out = new HashMap<>();
        addJourneys(in, out);
        TextTable table = TextTable.ofNumbers(
                "City", "Riders", "Entries", "Journeys in", "Journeys out", "Roaming taps", "AQI max", "Good water");
        for (City city : cities) {
            String code = city.cityCode();
            table.row(List.of(
                    city.nameEn(),
                    count(riders.get(code)),
                    count(entries.get(code)),
                    count(in.getOrDefault(code, 0.0)),
                    count(out.getOrDefault(code, 0.0)),
                    count(roaming.get(code)),
                    count(worstAir.get(code)),
                    share(goodWater.get(code))));
        }
        return table.toString();
    }

    private Map<String, Double> byCity(String value, String measurement) throws InterruptedException {
        Map<String, Double> values = new HashMap<>();
        for (Map<String, String> row : rows(value, measurement, CITY)) {
            number(row).ifPresent(number -> values.put(row.getOrDefault(CITY, ""), number));
        }
        return values;
    }

    /** Journeys from one city to another. */
    private void addJourneys(Map<String, Double> in, Map<String, Double> out) throws InterruptedException {
        String origin = "origin_city_code";
        String destination = "destination_city_code";
        for (Map<String, String> row : rows("sum(journeys)", "transit_od_1h", origin + ", " + destination)) {
            String from = row.getOrDefault(origin, "");
            String to = row.getOrDefault(destination, "");
            if (!from.equals(to)) {
                number(row).ifPresent(journeys -> {
                    out.merge(from, journeys, Double::sum);
                    in.merge(to, journeys, Double::sum);
                });
            }
        }
    }

    private List<Map<String, String>> rows(String value, String measurement, String tags) throws InterruptedException {
        return influx.rows(
                database, "SELECT " + value + " AS value FROM " + measurement + during + " GROUP BY " + tags);
    }

    private static OptionalDouble number(Map<String, String> row) {
        String value = row.getOrDefault("value", "");
        return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    }

    private static String count(@Nullable Double number) {
        return number == null ? NOTHING : String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    private static String share(@Nullable Double share) {
        return share == null ? NOTHING : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
