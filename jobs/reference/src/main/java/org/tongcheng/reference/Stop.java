package org.tongcheng.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stop or the part of a station that belongs to one line: a row of stops.csv.
 *
 * @param cityCode where the stop lies, whatever its id looks like
 * @param routeId null for a stop of several routes
 * @param longitude degrees east, WGS84; given together with {@code latitude} or not at all
 * @param latitude degrees north, WGS84
 */
public record Stop(
        String stopId,
        String stopName,
        String cityCode,
        @Nullable String routeId,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Dated {}
