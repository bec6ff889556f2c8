package org.tongcheng.reference;

import java.io.Serializable;

/**
 * A line of public transport: a row of routes.csv.
 *
 * @param routeType mode as in GTFS: 0 tram, 1 metro, 2 rail, 3 bus, 4 to 7, 11 and 12 the rarer ones
 * @param cityCode the operator's city
 */
public record Route(String routeId, String routeShortName, int routeType, String agencyId, String cityCode)
        implements Serializable {}
