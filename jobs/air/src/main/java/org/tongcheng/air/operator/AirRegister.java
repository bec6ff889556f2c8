package org.tongcheng.air.operator;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.Region;

/** What the operators ask the registry. */
record AirRegister(Region region, BusinessTime time) implements Serializable {

    AirRegister(Region region) {
        this(region, new BusinessTime(region.zone()));
    }

    /**
     * Registered station of an hour's business day.
     *
     * @throws IllegalStateException when there is none
     */
    AirStation station(String stationId, LocalDate day) {
        AirStation station = region.airStation(stationId, day);
        if (station == null) {
            throw new IllegalStateException("air station " + stationId + " is not registered on " + day
                    + ": the gate lets only registered stations through");
        }
        return station;
    }

    /** Items that any of the city's registered stations monitors. */
    Set<AirItem> monitoredIn(String cityCode, LocalDate day) {
        Set<AirItem> monitored = EnumSet.noneOf(AirItem.class);
        for (AirStation station : region.airStations(day)) {
            if (station.cityCode().equals(cityCode)) {
                monitored.addAll(station.pollutants());
            }
        }
        return monitored;
    }

    int stationsExpected(String cityCode, LocalDate day) {
        return region.airStationsExpected(cityCode, day);
    }
}
