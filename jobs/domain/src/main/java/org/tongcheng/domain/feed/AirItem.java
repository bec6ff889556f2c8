package org.tongcheng.domain.feed;

/** The six pollutants, in the order in which lists of them are written. CO in mg/m3, the rest in ug/m3. */
public enum AirItem implements WireNamed {
    SO2,
    NO2,
    PM10,
    CO,
    O3,
    PM2_5;
}
