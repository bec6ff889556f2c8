package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tongcheng.domain.feed.AirItem;

/**
 * GB 3095 level 2 limits that the composite index divides by, by edition: year means in ug/m3, for CO the day limit in
 * mg/m3, for O3 the 8 h limit in ug/m3.
 */
public enum YearLimits {
    FROM_2012(60, 40, 70, 35),
    FROM_2026(60, 40, 60, 30),
    FROM_2031(20, 30, 50, 25);

    private final int so2;
    private final int no2;
    private final int pm10;
    private final int pm25;

    YearLimits(int so2, int no2, int pm10, int pm25) {
        this.so2 = so2;
        this.no2 = no2;
        this.pm10 = pm10;
        this.pm25 = pm25;
    }

    /** The limits in force on a day. */
    public static YearLimits on(LocalDate day) {
        if (day.isBefore(IndexStandard.EFFECTIVE_2026)) {
            return FROM_2012;
        }
        return day.getYear() < 2031 ? FROM_2026 : FROM_2031;
    }

    public BigDecimal of(AirItem item) {
        return BigDecimal.valueOf(
                switch (item) {
                    case SO2 -> so2;
                    case NO2 -> no2;
                    case PM10 -> pm10;
                    case CO -> 4;
                    case O3 -> 160;
                    case PM2_5 -> pm25;
                });
    }
}
