package org.tongcheng.wire;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.SiteDirectory;

/**
 * A small registry.
 *
 * @param stops stop to city
 * @param sites air stations and water sections; empty = any
 */
record KnownSites(Map<String, String> stops, Set<String> sites) implements SiteDirectory {

    static KnownSites anySite() {
        return new KnownSites(Map.of(), Set.of());
    }

    @Override
    public @Nullable String cityOfStop(String stopId, long eventTime) {
        return stops.get(stopId);
    }

    @Override
    public boolean knowsAirStation(String stationId, long observedAt) {
        return sites.isEmpty() || sites.contains(stationId);
    }

    @Override
    public boolean knowsWaterSection(String sectionId, long observedAt) {
        return sites.isEmpty() || sites.contains(sectionId);
    }
}
