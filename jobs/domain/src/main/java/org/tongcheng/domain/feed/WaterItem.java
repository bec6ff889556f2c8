package org.tongcheng.domain.feed;

/** The eleven values of an automatic section, in the order in which they are written. Units as in the schema. */
public enum WaterItem implements WireNamed {
    WATER_TEMPERATURE,
    PH,
    DISSOLVED_OXYGEN,
    CONDUCTIVITY,
    TURBIDITY,
    CODMN,
    NH3_N,
    TP,
    TN,
    CHLOROPHYLL_A,
    ALGAL_DENSITY;
}
