package org.tongcheng.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.time.BusinessTime;

/**
 * A metropolitan area: its cities and what is registered in them, each list in the order of its file. Travels with the
 * operators that need it. {@link RegionDirectory} reads and checks one; the constructor trusts its caller.
 *
 * <p>Days are business days, of {@link #zone()}. An id may have several rows with validity periods that do not overlap,
 * so on one day it stands for one row at most.
 */
public final class Region implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String nameZh;
    private final String nameEn;
    private final ZoneId zone;
    private final List<City> cities;
    private final List<Route> routes;
    private final List<Stop> stops;
    private final List<AirStation> airStations;
    private final List<WaterSection> waterSections;

    private final Map<String, City> citiesByCode;
    private final Map<String, Route> routesById;
    private final Register<Stop> stopRegister;
    private final Register<AirStation> airRegister;
    private final Register<WaterSection> waterRegister;
    private final Map<String, List<AirStation>> airStationsByCity;
    private final Map<String, List<WaterSection>> waterSectionsByCity;
    private final Map<String, List<WaterSection>> waterSectionsByRiver;

    public Region(
            String id,
            String nameZh,
            String nameEn,
            ZoneId zone,
            List<City> cities,
            List<Route> routes,
            List<Stop> stops,
            List<AirStation> airStations,
            List<WaterSection> waterSections) {
        this.id = id;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.zone = zone;
        this.cities = List.copyOf(cities);
        this.routes = List.copyOf(routes);
        this.stops = List.copyOf(stops);
        this.airStations = List.copyOf(airStations);
        this.waterSections = List.copyOf(waterSections);

        BusinessTime time = new BusinessTime(zone);
        citiesByCode = cities.stream().collect(Collectors.toMap(City::cityCode, Function.identity()));
        routesById = routes.stream().collect(Collectors.toMap(Route::routeId, Function.identity()));
        stopRegister = new Register<>(stops, Stop::stopId, time);
        airRegister = new Register<>(airStations, AirStation::stationId, time);
        waterRegister = new Register<>(waterSections, WaterSection::sectionId, time);
        airStationsByCity = grouped(airStations, AirStation::cityCode);
        waterSectionsByCity = grouped(waterSections, WaterSection::cityCode);
        waterSectionsByRiver = grouped(waterSections, WaterSection::river);
    }

    public String id() {
        return id;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** The business time zone. */
    public ZoneId zone() {
        return zone;
    }

    public List<City> cities() {
        return cities;
    }

    public List<Route> routes() {
        return routes;
    }

    /** All rows, past and future ones too. */
    public List<Stop> stops() {
        return stops;
    }

    /** All rows, past and future ones too. */
    public List<AirStation> airStations() {
        return airStations;
    }

    /** All rows, past and future ones too. */
    public List<WaterSection> waterSections() {
        return waterSections;
    }

    /** What decoding asks; looks up a million times a second without allocating. */
    public SiteDirectory sites() {
        return new RegisteredSites(stopRegister, airRegister, waterRegister);
    }

    public @Nullable City city(String cityCode) {
        return citiesByCode.get(cityCode);
    }

    public @Nullable Route route(String routeId) {
        return routesById.get(routeId);
    }

    public @Nullable Stop stop(String stopId, LocalDate day) {
        return stopRegister.on(stopId, day);
    }

    public @Nullable AirStation airStation(String stationId, LocalDate day) {
        return airRegister.on(stationId, day);
    }

    public @Nullable WaterSection waterSection(String sectionId, LocalDate day) {
        return waterRegister.on(sectionId, day);
    }

    public List<AirStation> airStations(LocalDate day) {
        return validOn(day, airStations);
    }

    public List<WaterSection> waterSections(LocalDate day) {
        return validOn(day, waterSections);
    }

    public List<WaterSection> waterSectionsOnRiver(String river, LocalDate day) {
        return validOn(day, waterSectionsByRiver.getOrDefault(river, List.of()));
    }

    /** How many stations of the city are registered on the day; 0 for an unknown city. */
    public int airStationsExpected(String cityCode, LocalDate day) {
        return countValidOn(day, airStationsByCity.getOrDefault(cityCode, List.of()));
    }

    /** How many sections of the city are registered on the day; 0 for an unknown city. */
    public int waterSectionsExpected(String cityCode, LocalDate day) {
        return countValidOn(day, waterSectionsByCity.getOrDefault(cityCode, List.of()));
    }

    /** How many sections of the river are registered on the day; 0 for an unknown river. */
    public int waterSectionsExpectedOnRiver(String river, LocalDate day) {
        return countValidOn(day, waterSectionsByRiver.getOrDefault(river, List.of()));
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static <T extends Dated> List<T> validOn(LocalDate day, List<T> rows) {
        return rows.stream().filter(row -> row.validOn(day)).toList();
    }

    private static <T extends Dated> int countValidOn(LocalDate day, List<T> rows) {
        int count = 0;
        for (T row : rows) {
            if (row.validOn(day)) {
                count++;
            }
        }
        return count;
    }
}
