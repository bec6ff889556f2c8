package org.tongcheng.local.feeds;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.water.SectionKind;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.Route;
import org.tongcheng.reference.Stop;
import org.tongcheng.reference.WaterSection;

/** A made-up region: one city, one metro line, one bus line, one station, one section. */
final class SmallRegion {

    static final Region REGION = new Region(
            "small",
            "小",
            "Small",
            ZoneId.of("Asia/Shanghai"),
            List.of(new City("990100", "一", "One", null, null, null)),
            List.of(new Route("m1", "1", 1, "metro", "990100"), new Route("b1", "1", 3, "bus", "990100")),
            List.of(
                    stop("m1-a", "m1", 104.00),
                    stop("m1-b", "m1", 104.05),
                    stop("m1-c", "m1", 104.10),
                    stop("b1-a", "b1", 104.01),
                    stop("b1-b", "b1", 104.06)),
            List.of(new AirStation("9001A", "站", "990100", null, null, EnumSet.of(AirItem.CO, AirItem.O3), null, null)),
            List.of(new WaterSection(
                    "w1", "断面", "河", "990100", SectionKind.RIVER, 3, null, null, null, null, null, null)));

    private SmallRegion() {}

    private static Stop stop(String stopId, String routeId, double longitude) {
        return new Stop(stopId, stopId, "990100", routeId, longitude, 30.6, null, null);
    }
}
