package org.tongcheng.alerts.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Dated;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;

/**
 * Something that a measurement should tell of, because it is registered or because a rule names it.
 *
 * @param id of the entity
 * @param series of its points
 * @param spans when it is registered, in order; from the first of its valid days to the end of the last
 */
public record Expected(String id, Series series, List<Span> spans) {

    /** Whether the registry alone says of whom there should be points: stations and sections. */
    public static boolean registered(String measurement) {
        List<String> tags = Measurement.ofWireName(measurement).tags();
        return tags.contains("station_id") || tags.contains("section_id");
    }

    /** Whether its points tell of feeds, which nobody registers. */
    static boolean feeds(String measurement) {
        return Measurement.ofWireName(measurement).tags().contains("feed");
    }

    /**
     * Stations and sections as registered, cities, and the feed of the filter; of whom else there should be points is
     * not known before there was one.
     *
     * @return by id
     */
    static Map<String, Expected> of(String measurement, Map<String, String> filter, Region region) {
        List<String> tags = Measurement.ofWireName(measurement).tags();
        BusinessTime time = new BusinessTime(region.zone());
        Map<String, Expected> all = new LinkedHashMap<>();
        if (tags.contains("station_id")) {
            for (AirStation row : region.airStations()) {
                add(all, row.stationId(), series(measurement, tags, tag -> station(row, tag)), span(row, time));
            }
        } else if (tags.contains("section_id")) {
            for (WaterSection row : region.waterSections()) {
                add(all, row.sectionId(), series(measurement, tags, tag -> section(row, tag)), span(row, time));
            }
        } else if (tags.equals(List.of("city_code"))) {
            for (City city : region.cities()) {
                add(all, city.cityCode(), series(measurement, tags, tag -> city.cityCode()), Span.ALWAYS);
            }
        } else if (feeds(measurement) && filter.containsKey("feed")) {
            String feed = filter.getOrDefault("feed", "");
            add(all, feed, series(measurement, tags, tag -> feed), Span.ALWAYS);
        }
        all.values().removeIf(expected -> !expected.series().matches(filter));
        return all;
    }

    private static void add(Map<String, Expected> all, String id, Series series, Span span) {
        Expected before = all.get(id);
        List<Span> spans = new ArrayList<>(before == null ? List.of() : before.spans());
        spans.add(span);
        spans.sort(Comparator.comparingLong(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span next : spans) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).to() >= next.from()) {
                joined.set(last, new Span(joined.get(last).from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        all.put(id, new Expected(id, series, List.copyOf(joined)));
    }

    private static Series series(String measurement, List<String> tags, Function<String, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        tags.forEach(tag -> named.put(tag, values.apply(tag)));
        return new Series(measurement, named);
    }

    private static String station(AirStation row, String tag) {
        return tag.equals("station_id") ? row.stationId() : row.cityCode();
    }

    private static String section(WaterSection row, String tag) {
        return switch (tag) {
            case "section_id" -> row.sectionId();
            case "river" -> row.river();
            default -> row.cityCode();
        };
    }

    private static Span span(Dated row, BusinessTime time) {
        LocalDate from = row.validFrom();
        LocalDate to = row.validTo();
        return new Span(
                from == null ? Long.MIN_VALUE : time.startOf(from),
                to == null ? Long.MAX_VALUE : time.startOf(to.plusDays(1)));
    }
}
