package org.tongcheng.domain.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.ResultBuilder;
import org.tongcheng.domain.water.ClassCounts;

/** The measurement {@code region_1h}: one hour of a region, from the last revision of each result that tells of it. */
public final class RegionRow {

    private static final int POLLUTED_ABOVE = 100;

    private RegionRow() {}

    /**
     * The row of an hour. What no input tells of is left out, except for the two counts of cities.
     *
     * @param inputs one result per series, each telling of this hour
     */
    public static Result of(String regionId, long hour, Collection<Result> inputs, int revision) {
        ResultBuilder row = Measurement.REGION_1H.at(hour).tag("region_id", regionId);
        addAir(row, select(inputs, RegionInput.AIR));
        addTransit(row, select(inputs, RegionInput.TRANSIT), select(inputs, RegionInput.JOURNEYS));
        addWater(row, select(inputs, RegionInput.WATER));
        return row.build(revision);
    }

    private static void addAir(ResultBuilder row, List<Result> cities) {
        List<Result> withAqi =
                cities.stream().filter(city -> city.field("aqi") != null).toList();
        row.integer("cities_reporting", cities.size())
                .integer(
                        "cities_polluted",
                        withAqi.stream()
                                .filter(city -> number(city, "aqi") > POLLUTED_ABOVE)
                                .count());
        Optional<Result> worst = withAqi.stream()
                .min(Comparator.comparing((Result city) -> -number(city, "aqi"))
                        .thenComparing(city -> city.tag("city_code")));
        worst.ifPresent(
                city -> row.integer("aqi_max", number(city, "aqi")).text("aqi_max_city", city.tag("city_code")));
        row.decimal("pm2_5_mean", mean(cities, "pm2_5"));
    }

    /** A pair of cities without journeys has no result, so either kind tells that transit ran. */
    private static void addTransit(ResultBuilder row, List<Result> cities, List<Result> pairs) {
        if (!cities.isEmpty()) {
            row.integer("total_entries", sum(cities, "total_entries"))
                    .integer("roaming_transactions", sum(cities, "roaming_transactions"));
        }
        if (!cities.isEmpty() || !pairs.isEmpty()) {
            List<Result> crossing = pairs.stream()
                    .filter(pair -> !pair.tag("origin_city_code").equals(pair.tag("destination_city_code")))
                    .toList();
            row.integer("cross_city_journeys", sum(crossing, "journeys"));
        }
    }

    private static void addWater(ResultBuilder row, List<Result> cities) {
        if (!cities.isEmpty()) {
            long classified = sum(cities, "sections_classified");
            long good = sum(cities, "class_1") + sum(cities, "class_2") + sum(cities, "class_3");
            row.integer("sections_classified", classified)
                    .decimal("good_share", ClassCounts.goodShare(good, classified));
        }
    }

    private static List<Result> select(Collection<Result> inputs, RegionInput kind) {
        return inputs.stream().filter(input -> RegionInput.of(input) == kind).toList();
    }

    /** Of published values, half-even to an integer; null when none has one. */
    private static @Nullable BigDecimal mean(List<Result> results, String field) {
        List<BigDecimal> values = results.stream()
                .map(result -> result.field(field))
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), 0, RoundingMode.HALF_EVEN);
    }

    private static long sum(List<Result> results, String field) {
        return results.stream().mapToLong(result -> number(result, field)).sum();
    }

    /** A field that is always written; 0 should it be missing all the same. */
    private static long number(Result result, String field) {
        String value = result.field(field);
        return value == null ? 0 : Long.parseLong(value);
    }
}
