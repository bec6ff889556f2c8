package org.tongcheng.delivery.operator;

import java.io.Serializable;
import org.tongcheng.domain.alert.Severity;

/**
 * Alertmanager has taken a transition.
 *
 * @param ended whether it was the alert's end
 * @param acceptedAt processing time, epoch milliseconds
 */
public record DeliveryReceipt(String alertId, int sequence, Severity severity, boolean ended, long acceptedAt)
        implements Serializable {}
