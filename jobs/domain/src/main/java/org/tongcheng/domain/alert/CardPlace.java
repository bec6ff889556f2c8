package org.tongcheng.domain.alert;

import java.io.Serializable;

/**
 * Where a card was seen.
 *
 * @param time epoch milliseconds
 * @param longitude degrees east, WGS84
 * @param latitude degrees north, WGS84
 */
public record CardPlace(String stopId, long time, double longitude, double latitude) implements Serializable {}
