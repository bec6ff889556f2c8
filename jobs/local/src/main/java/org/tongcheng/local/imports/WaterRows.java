package org.tongcheng.local.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;

/** Rows of the national platform of automatic surface-water monitoring: one section at one time. */
final class WaterRows implements RowReader {

    private static final Map<String, StationStatus> STATUSES = Map.of(
            "正常", StationStatus.NORMAL,
            "维护", StationStatus.MAINTENANCE,
            "停运", StationStatus.NOT_RUNNING);

    private final Region region;
    private final BusinessTime time;
    private final @Nullable Integer year;
    private final @Nullable StationStatus status;

    /**
     * @param year of times that do not tell it, null where nobody does
     * @param status of stations in tables without that column, null where nobody knows
     */
    WaterRows(Region region, @Nullable Integer year, @Nullable StationStatus status) {
        this.region = region;
        this.time = new BusinessTime(region.zone());
        this.year = year;
        this.status = status;
    }

    @Override
    public CsvLayout layout() {
        return WaterLayout.LAYOUT;
    }

    @Override
    public @Nullable Observed read(CsvRow row, FileAccount account) throws RowFault {
        String told = row.optionalText(WaterLayout.TIME);
        if (told == null) {
            account.leaveOut(LeftOut.NO_TIME);
            return null;
        }
        String name = row.text(WaterLayout.SECTION);
        String province = row.text(WaterLayout.PROVINCE);
        long observedAt = PlatformTime.read(row, WaterLayout.TIME, told, year(row));
        List<WaterSection> sections = sections(name, province, time.dayOf(observedAt));
        if (sections.isEmpty()) {
            account.leaveOutSite(name);
            return null;
        }
        if (sections.size() > 1) {
            throw row.fault(WaterLayout.SECTION, "is the name of " + sections.size() + " sections of the region");
        }
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        for (WaterItem item : WaterItem.values()) {
            values.put(item.wireName(), row.number(WaterLayout.column(item)));
        }
        return new Observed(sections.get(0).sectionId(), observedAt, status(row).wireName(), values);
    }

    private List<WaterSection> sections(String name, String province, LocalDate day) {
        return region.waterSections(day).stream()
                .filter(section -> section.name().equals(name) && Province.has(province, section.cityCode()))
                .toList();
    }

    private @Nullable Integer year(CsvRow row) throws RowFault {
        String text = row.optionalText(WaterLayout.YEAR);
        if (text == null) {
            return year;
        }
        if (!text.matches("[0-9]{4}")) {
            throw row.fault(WaterLayout.YEAR, "is no year");
        }
        return Integer.valueOf(text);
    }

    private StationStatus status(CsvRow row) throws RowFault {
        if (!row.header().positions().containsKey(WaterLayout.STATUS)) {
            if (status == null) {
                throw row.fault("there is no column " + WaterLayout.STATUS
                        + ": tell the state of all stations with --station-status, such as normal");
            }
            return status;
        }
        StationStatus read = STATUSES.get(row.text(WaterLayout.STATUS));
        if (read == null) {
            throw row.fault(WaterLayout.STATUS, "is none of 正常, 维护, 停运");
        }
        return read;
    }
}
