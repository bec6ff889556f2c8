package org.tongcheng.domain.alert;

import java.io.Serializable;

/**
 * The way from one section to another down the river.
 *
 * @param travelMillis how long the water takes
 */
public record RiverReach(String fromId, String toId, long travelMillis) implements Serializable {}
