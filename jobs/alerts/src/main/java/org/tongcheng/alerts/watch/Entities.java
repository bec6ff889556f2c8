package org.tongcheng.alerts.watch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.Route;
import org.tongcheng.reference.Stop;
import org.tongcheng.reference.WaterSection;

/**
 * What the points of a series are about: its narrowest tag, with the registry's names. Where several series share that
 * tag, as the parts of a route in each of its cities do, the others than the registered city's add theirs: {@code
 * S3/512000}. So no two series of a measurement are one entity. What is not registered is named by its id.
 */
public record Entities(Region region) {

    public AlertEntity of(Series series, long time) {
        BusinessTime zone = new BusinessTime(region.zone());
        LocalDate day = zone.dayOf(time);
        String city = series.tag("city_code");
        if (series.tags().containsKey("station_id")) {
            String id = series.tag("station_id");
            AirStation station = region.airStation(id, zone.dayOfHourEnding(time));
            return site(EntityKind.AIR_STATION, id, station == null ? null : station.name(), city);
        }
        if (series.tags().containsKey("section_id")) {
            String id = series.tag("section_id");
            WaterSection section = region.waterSection(id, day);
            return site(EntityKind.WATER_SECTION, id, section == null ? null : section.name(), city);
        }
        if (series.tags().containsKey("stop_id")) {
            String id = series.tag("stop_id");
            Stop stop = region.stop(id, day);
            String home = stop == null ? null : stop.cityCode();
            return part(site(EntityKind.STOP, id, stop == null ? null : stop.stopName(), city), home, city);
        }
        if (series.tags().containsKey("route_id")) {
            String id = series.tag("route_id");
            Route route = region.route(id);
            String home = route == null ? null : route.cityCode();
            return part(site(EntityKind.ROUTE, id, route == null ? null : route.routeShortName(), city), home, city);
        }
        return wide(series);
    }

    /** A city; what is not registered is named by its code. */
    public AlertEntity city(String code) {
        City city = region.city(code);
        return city == null
                ? new AlertEntity(EntityKind.CITY, code, code, code, code)
                : new AlertEntity(EntityKind.CITY, code, city.nameZh(), city.nameEn(), code);
    }

    private AlertEntity wide(Series series) {
        if (series.tags().containsKey("river")) {
            return site(EntityKind.RIVER, series.tag("river"), null, "");
        }
        if (series.tags().containsKey("feed")) {
            return site(EntityKind.FEED, series.tag("feed"), null, "");
        }
        if (series.tags().containsKey("region_id")) {
            return new AlertEntity(EntityKind.REGION, series.tag("region_id"), region.nameZh(), region.nameEn(), "");
        }
        if (series.tags().containsKey("origin_city_code")) {
            return pair(city(series.tag("origin_city_code")), city(series.tag("destination_city_code")), "");
        }
        AlertEntity city = city(series.tag("city_code"));
        return series.tags().containsKey("issuer_city_code")
                ? pair(city(series.tag("issuer_city_code")), city, city.id())
                : city;
    }

    private static AlertEntity pair(AlertEntity from, AlertEntity to, String cityCode) {
        return new AlertEntity(
                EntityKind.GROUP,
                from.id() + "/" + to.id(),
                from.nameZh() + "→" + to.nameZh(),
                from.nameEn() + " to " + to.nameEn(),
                cityCode);
    }

    private static AlertEntity site(EntityKind kind, String id, @Nullable String name, String city) {
        String shown = name == null ? id : name;
        return new AlertEntity(kind, id, shown, shown, city);
    }

    private AlertEntity part(AlertEntity whole, @Nullable String home, String city) {
        if (city.equals(home)) {
            return whole;
        }
        AlertEntity there = city(city);
        return new AlertEntity(
                whole.kind(),
                whole.id() + "/" + city,
                whole.nameZh() + "（" + there.nameZh() + "）",
                whole.nameEn() + " (" + there.nameEn() + ")",
                city);
    }
}
