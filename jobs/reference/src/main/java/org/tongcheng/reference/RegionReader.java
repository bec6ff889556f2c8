package org.tongcheng.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the files of a region into a {@link Region}, or throws the first thing wrong with them. */
final class RegionReader {

    private final RegionFiles files;

    RegionReader(RegionFiles files) {
        this.files = files;
    }

    Region read() {
        RegionHead head = head();
        List<City> cities = records(
                rows(RegistryRows.CITIES, RegistryRows.CITY_COLUMNS),
                "city_code",
                RegistryRows::city,
                (one, other) -> true);
        Set<String> cityCodes = cities.stream().map(City::cityCode).collect(Collectors.toSet());
        List<Route> routes = records(
                rows(RegistryRows.ROUTES, RegistryRows.ROUTE_COLUMNS),
                "route_id",
                row -> RegistryRows.route(row, cityCodes),
                (one, other) -> true);
        Set<String> routeIds = routes.stream().map(Route::routeId).collect(Collectors.toSet());
        List<Stop> stops = dated(
                rows(RegistryRows.STOPS, RegistryRows.STOP_COLUMNS),
                "stop_id",
                row -> RegistryRows.stop(row, cityCodes, routeIds));
        List<AirStation> airStations = dated(
                rows(RegistryRows.AIR_STATIONS, RegistryRows.AIR_STATION_COLUMNS),
                "station_id",
                row -> RegistryRows.airStation(row, cityCodes));
        List<CsvRow> sections = rows(RegistryRows.WATER_SECTIONS, RegistryRows.WATER_SECTION_COLUMNS);
        List<WaterSection> waterSections =
                dated(sections, "section_id", row -> RegistryRows.waterSection(row, cityCodes));
        RiverOrder.check(sections);
        return new Region(
                head.id(),
                head.nameZh(),
                head.nameEn(),
                head.zone(),
                cities,
                routes,
                stops,
                airStations,
                waterSections);
    }

    private RegionHead head() {
        byte[] yaml = files.content(RegionHead.FILE);
        if (yaml == null) {
            throw new RegistryException(RegionHead.FILE + " is missing");
        }
        return RegionHead.parse(yaml);
    }

    private List<CsvRow> rows(String file, List<String> columns) {
        byte[] content = files.content(file);
        return content == null ? List.of() : CsvTable.read(file, content, columns);
    }

    private static <T extends Dated> List<T> dated(List<CsvRow> rows, String idColumn, Function<CsvRow, T> parse) {
        return records(rows, idColumn, parse, RegionReader::overlap);
    }

    /** One record per row; two rows with the same id that clash are an error of the later one. */
    private static <T> List<T> records(
            List<CsvRow> rows, String idColumn, Function<CsvRow, T> parse, BiPredicate<T, T> clash) {
        List<T> records = new ArrayList<>(rows.size());
        Map<String, List<Integer>> rowsOfId = new HashMap<>();
        for (CsvRow row : rows) {
            T record = parse.apply(row);
            List<Integer> earlier = rowsOfId.computeIfAbsent(row.text(idColumn), id -> new ArrayList<>(1));
            for (int index : earlier) {
                if (clash.test(records.get(index), record)) {
                    throw row.wrong(
                            idColumn,
                            "is already registered in line " + rows.get(index).line());
                }
            }
            earlier.add(records.size());
            records.add(record);
        }
        return records;
    }

    private static boolean overlap(Dated one, Dated other) {
        return !endsBefore(one, other) && !endsBefore(other, one);
    }

    private static boolean endsBefore(Dated one, Dated other) {
        LocalDate end = one.validTo();
        LocalDate start = other.validFrom();
        return end != null && start != null && end.isBefore(start);
    }
}
