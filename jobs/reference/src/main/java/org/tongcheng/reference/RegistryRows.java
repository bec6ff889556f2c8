package org.tongcheng.reference;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.water.SectionKind;

/** What a row of each registry file means. */
final class RegistryRows {

    static final String CITIES = "cities.csv";
    static final String ROUTES = "routes.csv";
    static final String STOPS = "stops.csv";
    static final String AIR_STATIONS = "air_stations.csv";
    static final String WATER_SECTIONS = "water_sections.csv";

    static final List<String> CITY_COLUMNS = columns("city_code,name_zh,name_en,population,longitude,latitude");
    static final List<String> ROUTE_COLUMNS = columns("route_id,route_short_name,route_type,agency_id,city_code");
    static final List<String> STOP_COLUMNS =
            columns("stop_id,stop_name,city_code,route_id,longitude,latitude,valid_from,valid_to");
    static final List<String> AIR_STATION_COLUMNS =
            columns("station_id,name,city_code,longitude,latitude,pollutants,valid_from,valid_to");
    static final List<String> WATER_SECTION_COLUMNS =
            columns("section_id,name,river,city_code,kind,target_class,downstream_id,travel_hours,longitude,latitude,"
                    + "valid_from,valid_to");

    private static final Pattern CITY_CODE = Pattern.compile("[0-9]{6}");
    static final Set<String> ROUTE_TYPES = Set.of("0", "1", "2", "3", "4", "5", "6", "7", "11", "12");
    private static final Set<String> TARGET_CLASSES = Set.of("1", "2", "3", "4", "5");
    private static final Map<String, AirItem> POLLUTANTS =
            EnumSet.allOf(AirItem.class).stream().collect(Collectors.toMap(AirItem::wireName, Function.identity()));

    /** As long as the feeds' schemas allow an id to be. */
    private static final int TRANSIT_ID_LENGTH = 128;

    private static final int SITE_ID_LENGTH = 64;

    private RegistryRows() {}

    private static List<String> columns(String header) {
        return List.of(header.split(",", -1));
    }

    static City city(CsvRow row) {
        String cityCode = row.text("city_code");
        if (!CITY_CODE.matcher(cityCode).matches()) {
            throw row.wrong("city_code", "is not a code of six digits");
        }
        return new City(
                cityCode,
                row.text("name_zh"),
                row.text("name_en"),
                row.whole("population"),
                row.longitude(),
                row.latitude());
    }

    static Route route(CsvRow row, Set<String> cityCodes) {
        String routeId = row.identifier("route_id", TRANSIT_ID_LENGTH);
        String routeType = row.text("route_type");
        if (!ROUTE_TYPES.contains(routeType)) {
            throw row.wrong("route_type", "is not a GTFS route type (0 to 7, 11 or 12)");
        }
        return new Route(
                routeId,
                row.text("route_short_name"),
                Integer.parseInt(routeType),
                row.identifier("agency_id", TRANSIT_ID_LENGTH),
                knownCity(row, cityCodes));
    }

    static Stop stop(CsvRow row, Set<String> cityCodes, Set<String> routeIds) {
        String routeId = row.optionalText("route_id");
        if (routeId != null && !routeIds.contains(routeId)) {
            throw row.wrong("route_id", "is not in " + ROUTES);
        }
        return new Stop(
                row.identifier("stop_id", TRANSIT_ID_LENGTH),
                row.text("stop_name"),
                knownCity(row, cityCodes),
                routeId,
                row.longitude(),
                row.latitude(),
                row.validFrom(),
                row.validTo());
    }

    static AirStation airStation(CsvRow row, Set<String> cityCodes) {
        return new AirStation(
                row.identifier("station_id", SITE_ID_LENGTH),
                row.text("name"),
                knownCity(row, cityCodes),
                row.longitude(),
                row.latitude(),
                pollutants(row),
                row.validFrom(),
                row.validTo());
    }

    static WaterSection waterSection(CsvRow row, Set<String> cityCodes) {
        return new WaterSection(
                row.identifier("section_id", SITE_ID_LENGTH),
                row.text("name"),
                row.identifier("river", TRANSIT_ID_LENGTH),
                knownCity(row, cityCodes),
                kind(row),
                targetClass(row),
                row.optionalText("downstream_id"),
                travelHours(row),
                row.longitude(),
                row.latitude(),
                row.validFrom(),
                row.validTo());
    }

    private static String knownCity(CsvRow row, Set<String> cityCodes) {
        String cityCode = row.text("city_code");
        if (!cityCodes.contains(cityCode)) {
            throw row.wrong("city_code", "is not in " + CITIES);
        }
        return cityCode;
    }

    private static Set<AirItem> pollutants(CsvRow row) {
        Set<AirItem> pollutants = EnumSet.noneOf(AirItem.class);
        String listed = row.optionalText("pollutants");
        if (listed == null) {
            return pollutants;
        }
        for (String name : listed.split(";", -1)) {
            AirItem item = POLLUTANTS.get(name.strip());
            if (item == null) {
                throw row.wrong("pollutants", "has a part that is none of so2, no2, pm10, co, o3, pm2_5");
            }
            pollutants.add(item);
        }
        return pollutants;
    }

    private static SectionKind kind(CsvRow row) {
        String kind = row.optionalText("kind");
        if (kind == null || kind.equals("river")) {
            return SectionKind.RIVER;
        }
        if (kind.equals("lake")) {
            return SectionKind.LAKE;
        }
        throw row.wrong("kind", "is neither river nor lake");
    }

    private static @Nullable Integer targetClass(CsvRow row) {
        String targetClass = row.optionalText("target_class");
        if (targetClass != null && !TARGET_CLASSES.contains(targetClass)) {
            throw row.wrong("target_class", "is outside 1..5");
        }
        return targetClass == null ? null : Integer.valueOf(targetClass);
    }

    private static @Nullable BigDecimal travelHours(CsvRow row) {
        BigDecimal hours = row.decimal("travel_hours");
        if (hours != null && hours.signum() < 0) {
            throw row.wrong("travel_hours", "is negative");
        }
        return hours;
    }
}
