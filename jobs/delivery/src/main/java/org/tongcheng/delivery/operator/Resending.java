package org.tongcheng.delivery.operator;

import java.io.Serializable;

/**
 * How an alert is kept firing.
 *
 * @param intervalMillis how often it is posted again
 * @param leaseMillis how long Alertmanager takes it for firing without hearing of it
 */
public record Resending(long intervalMillis, long leaseMillis) implements Serializable {}
