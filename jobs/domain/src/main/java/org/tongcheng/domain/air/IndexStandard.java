package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/**
 * The technical regulation on the ambient air quality index, by edition. Particulate matter has one table, for means
 * over 24 h; the hourly report uses it too.
 */
@SuppressWarnings("ImmutableEnumChecker") // the maps are unmodifiable
public enum IndexStandard {
    HJ633_2012("HJ633-2012", hourly(null, 150, 75), daily(null, 150, 75)),
    HJ633_2026("HJ633-2026", hourly(200, 120, 60), daily(300, 120, 60));

    /** First business day of HJ 633-2026. */
    public static final LocalDate EFFECTIVE_2026 = LocalDate.of(2026, 3, 1);

    private final String wireName;
    private final Map<AirItem, IaqiTable> hourly;
    private final Map<AirItem, IaqiTable> daily;

    IndexStandard(String wireName, Map<AirItem, IaqiTable> hourly, Map<AirItem, IaqiTable> daily) {
        this.wireName = wireName;
        this.hourly = hourly;
        this.daily = daily;
    }

    /** The edition in force on a business day. */
    public static IndexStandard on(LocalDate day) {
        return day.isBefore(EFFECTIVE_2026) ? HJ633_2012 : HJ633_2026;
    }

    public String wireName() {
        return wireName;
    }

    /** A station's hourly concentration as published and judged: the 2026 edition rounds first, that of 2012 does not. */
    BigDecimal reported(AirItem item, BigDecimal concentration) {
        return roundsFirst() ? Concentration.published(item, concentration) : concentration;
    }

    /** Index of an hourly mean; null for SO2 above 800 under the edition of 2012. */
    @Nullable
    Integer hourlyIndex(AirItem item, BigDecimal concentration) {
        return hourlyIndex(item, Fraction.of(concentration));
    }

    @Nullable
    Integer hourlyIndex(AirItem item, Fraction concentration) {
        return table(hourly, item).index(concentration);
    }

    /** Index of a day mean, for O3 of the largest 8 h mean; null for O3 above 800 under the edition of 2012. */
    @Nullable
    Integer dailyIndex(AirItem item, Fraction concentration) {
        return table(daily, item).index(concentration);
    }

    /** Whether a station's concentrations are rounded before they are judged; a city's are under either edition. */
    boolean roundsFirst() {
        return this != HJ633_2012;
    }

    /** Whether the daily report also judges the day's largest hourly O3. */
    boolean reportsOzoneOneHour() {
        return this == HJ633_2012;
    }

    private static IaqiTable table(Map<AirItem, IaqiTable> tables, AirItem item) {
        IaqiTable table = tables.get(item);
        if (table == null) {
            throw new IllegalStateException("no table for " + item);
        }
        return table;
    }

    private static Map<AirItem, IaqiTable> hourly(@Nullable Integer aboveSulphur, int pm10, int pm25) {
        Map<AirItem, IaqiTable> tables = new EnumMap<>(AirItem.class);
        tables.put(AirItem.SO2, IaqiTable.endingAt(aboveSulphur, 0, 150, 500, 650, 800));
        tables.put(AirItem.NO2, IaqiTable.full(0, 100, 200, 700, 1200, 2340, 3090, 3840));
        tables.put(AirItem.CO, IaqiTable.full(0, 5, 10, 35, 60, 90, 120, 150));
        tables.put(AirItem.O3, IaqiTable.full(0, 160, 200, 300, 400, 800, 1000, 1200));
        return particles(tables, pm10, pm25);
    }

    private static Map<AirItem, IaqiTable> daily(@Nullable Integer aboveOzone, int pm10, int pm25) {
        Map<AirItem, IaqiTable> tables = new EnumMap<>(AirItem.class);
        tables.put(AirItem.SO2, IaqiTable.full(0, 50, 150, 475, 800, 1600, 2100, 2620));
        tables.put(AirItem.NO2, IaqiTable.full(0, 40, 80, 180, 280, 565, 750, 940));
        tables.put(AirItem.CO, IaqiTable.full(0, 2, 4, 14, 24, 36, 48, 60));
        tables.put(AirItem.O3, IaqiTable.endingAt(aboveOzone, 0, 100, 160, 215, 265, 800));
        return particles(tables, pm10, pm25);
    }

    private static Map<AirItem, IaqiTable> particles(Map<AirItem, IaqiTable> tables, int pm10, int pm25) {
        tables.put(AirItem.PM10, IaqiTable.full(0, 50, pm10, 250, 350, 420, 500, 600));
        tables.put(AirItem.PM2_5, IaqiTable.full(0, 35, pm25, 115, 150, 250, 350, 500));
        return Collections.unmodifiableMap(tables);
    }
}
