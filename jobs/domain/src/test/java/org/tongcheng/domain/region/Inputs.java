package org.tongcheng.domain.region;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/** Results of other jobs, all telling of hour 0. */
final class Inputs {

    private Inputs() {}

    static Result air(String city, @Nullable Integer aqi, @Nullable String pm25) {
        return Measurement.AIR_CITY_1H
                .at(BusinessTime.HOUR)
                .tag("city_code", city)
                .integer("aqi", aqi)
                .integer("stations_reporting", 3)
                .decimal("pm2_5", pm25 == null ? null : new BigDecimal(pm25))
                .build(0);
    }

    static Result transit(String city, int entries, int roaming) {
        return Measurement.TRANSIT_CITY_1H
                .at(0)
                .tag("city_code", city)
                .integer("total_entries", entries)
                .integer("roaming_transactions", roaming)
                .build(0);
    }

    static Result journeys(String origin, String destination, int journeys) {
        return Measurement.TRANSIT_OD_1H
                .at(0)
                .tag("origin_city_code", origin)
                .tag("destination_city_code", destination)
                .integer("journeys", journeys)
                .build(0);
    }

    static Result water(String city, int good, int others) {
        return Measurement.WATER_CITY_4H
                .at(0)
                .tag("city_code", city)
                .integer("sections_classified", good + others)
                .integer("class_2", good)
                .integer("class_4", others)
                .build(0);
    }
}
