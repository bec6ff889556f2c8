package org.tongcheng.transit;

import org.tongcheng.domain.feed.SiteDirectory;

/** A registry without any stop. */
enum Nowhere implements SiteDirectory {
    INSTANCE;

    @Override
    public String cityOfStop(String stopId, long eventTime) {
        return null;
    }

    @Override
    public boolean knowsAirStation(String stationId, long observedAt) {
        return false;
    }

    @Override
    public boolean knowsWaterSection(String sectionId, long observedAt) {
        return false;
    }
}
