package org.tongcheng.region;

import static org.tongcheng.testkit.ShanghaiTime.at;

import java.util.List;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.Region;
import org.tongcheng.testkit.ShanghaiTime;

/** Results of the other jobs, written short. Times are local, such as {@code 2026-03-05T08:00}. */
public final class Inputs {

    public static final Region REGION =
            new Region("test", "测试", "Test", ShanghaiTime.ZONE, List.of(), List.of(), List.of(), List.of(), List.of());

    private Inputs() {}

    /** @param label the end of the hour */
    public static Result air(String city, String label, int aqi, int revision) {
        return Measurement.AIR_CITY_1H
                .at(at(label))
                .tag("city_code", city)
                .integer("aqi", aqi)
                .integer("stations_reporting", 5)
                .build(revision);
    }

    public static Result transit(String city, String hour, int entries, int revision) {
        return Measurement.TRANSIT_CITY_1H
                .at(at(hour))
                .tag("city_code", city)
                .integer("total_entries", entries)
                .integer("roaming_transactions", 1)
                .build(revision);
    }

    public static Result journeys(String origin, String destination, String hour, int journeys) {
        return Measurement.TRANSIT_OD_1H
                .at(at(hour))
                .tag("origin_city_code", origin)
                .tag("destination_city_code", destination)
                .integer("journeys", journeys)
                .build(0);
    }

    public static Result water(String city, String slot, int good, int others, int revision) {
        return Measurement.WATER_CITY_4H
                .at(at(slot))
                .tag("city_code", city)
                .integer("sections_classified", good + others)
                .integer("class_3", good)
                .integer("class_5", others)
                .build(revision);
    }

    /** Of no use to the region. */
    public static Result river(String slot) {
        return Measurement.WATER_RIVER_4H.at(at(slot)).tag("river", "沱江").build(0);
    }
}
