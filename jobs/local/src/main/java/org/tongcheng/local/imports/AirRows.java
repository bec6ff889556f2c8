package org.tongcheng.local.imports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.time.BusinessTime;

/** Rows of the national platform of urban air quality: one station's hour, labelled by its end. */
final class AirRows implements RowReader {

    private final SiteDirectory sites;

    AirRows(SiteDirectory sites) {
        this.sites = sites;
    }

    @Override
    public CsvLayout layout() {
        return AirLayout.LAYOUT;
    }

    @Override
    public @Nullable Observed read(CsvRow row, FileAccount account) throws RowFault {
        String time = row.optionalText(AirLayout.TIME);
        if (time == null) {
            account.leaveOut(LeftOut.NO_TIME);
            return null;
        }
        String station = row.text(AirLayout.STATION);
        long observedAt = PlatformTime.read(row, AirLayout.TIME, time, null);
        if (observedAt % BusinessTime.HOUR != 0) {
            throw row.fault(AirLayout.TIME, "is not on a full hour");
        }
        if (!sites.knowsAirStation(station, observedAt)) {
            account.leaveOutSite(station);
            return null;
        }
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        for (AirItem item : AirItem.values()) {
            values.put(item.wireName(), row.number(item.wireName()));
        }
        return new Observed(station, observedAt, null, values);
    }
}
