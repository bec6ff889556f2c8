package org.tongcheng.domain.air;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.ResultBuilder;

/** The points of the five air measurements. Hours carry their label (their end), days and months to date a day's start. */
public final class AirPoints {

    private static final String CITY = "city_code";
    private static final String STATION = "station_id";

    private AirPoints() {}

    /** A point of {@code air_station_1h}; {@code remarks} as of {@link QualityRemarks#text}. */
    public static Result stationHour(
            String city, String station, long label, HourReport report, @Nullable String remarks, int revision) {
        ResultBuilder point =
                Measurement.AIR_STATION_1H.at(label).tag(CITY, city).tag(STATION, station);
        return report.writeTo(point).text("qc", remarks).build(revision);
    }

    /** A point of {@code air_city_1h}; {@code reporting} stations have a record, {@code expected} are registered. */
    public static Result cityHour(
            String city, long label, HourReport report, int reporting, int expected, int revision) {
        return report.writeTo(Measurement.AIR_CITY_1H.at(label).tag(CITY, city))
                .integer("stations_reporting", reporting)
                .integer("stations_expected", expected)
                .build(revision);
    }

    /** A point of {@code air_station_1d}. */
    public static Result stationDay(String city, String station, long dayStart, DayReport report, int revision) {
        ResultBuilder point =
                Measurement.AIR_STATION_1D.at(dayStart).tag(CITY, city).tag(STATION, station);
        return report.writeTo(point).build(revision);
    }

    /** A point of {@code air_city_1d}. */
    public static Result cityDay(String city, long dayStart, DayReport report, int revision) {
        return report.writeTo(Measurement.AIR_CITY_1D.at(dayStart).tag(CITY, city))
                .build(revision);
    }

    /** A point of {@code air_city_index_mtd}; a city without a composite has no rank. */
    public static Result cityIndex(
            String city, long dayStart, CompositeIndex index, @Nullable Integer rank, int revision) {
        ResultBuilder point = Measurement.AIR_CITY_INDEX_MTD.at(dayStart).tag(CITY, city);
        Fraction composite = index.composite();
        if (composite != null) {
            point.decimal("composite_index", CompositeIndex.published(composite));
        }
        for (Map.Entry<AirItem, Fraction> item : index.indices().entrySet()) {
            point.decimal("index_" + item.getKey().wireName(), CompositeIndex.published(item.getValue()));
        }
        return point.integer("rank", rank)
                .integer("days_valid", index.daysValid())
                .build(revision);
    }
}
