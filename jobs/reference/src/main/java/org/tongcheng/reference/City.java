package org.tongcheng.reference;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A city of the region: a row of cities.csv.
 *
 * @param cityCode GB/T 2260, six digits
 * @param population residents
 * @param longitude degrees east, WGS84; given together with {@code latitude} or not at all
 * @param latitude degrees north, WGS84
 */
public record City(
        String cityCode,
        String nameZh,
        String nameEn,
        @Nullable Long population,
        @Nullable Double longitude,
        @Nullable Double latitude)
        implements Serializable {}
