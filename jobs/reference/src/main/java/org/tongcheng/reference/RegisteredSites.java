package org.tongcheng.reference;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.SiteDirectory;

/** The directory that decoding asks, cut out of a region so that nothing else travels with the source. */
record RegisteredSites(Register<Stop> stops, Register<AirStation> airStations, Register<WaterSection> waterSections)
        implements SiteDirectory {

    @Override
    public @Nullable String cityOfStop(String stopId, long eventTime) {
        Stop stop = stops.at(stopId, eventTime);
        return stop == null ? null : stop.cityCode();
    }

    /** The hour belongs to the day it lies in: one that ends at 00:00 to the day before. */
    @Override
    public boolean knowsAirStation(String stationId, long observedAt) {
        return airStations.at(stationId, observedAt - 1) != null;
    }

    @Override
    public boolean knowsWaterSection(String sectionId, long observedAt) {
        return waterSections.at(sectionId, observedAt) != null;
    }
}
