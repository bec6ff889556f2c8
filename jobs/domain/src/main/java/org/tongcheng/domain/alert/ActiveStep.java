package org.tongcheng.domain.alert;

import java.io.Serializable;

/**
 * That an alert goes on, or goes on no longer, as one of a city, domain and severity. Steps add up in any order.
 *
 * @param cityCode GB/T 2260; empty for what belongs to no single city
 * @param at event time, epoch milliseconds
 * @param delta 1 or -1
 */
public record ActiveStep(String cityCode, AlertDomain domain, Severity severity, long at, int delta)
        implements Serializable {

    static ActiveStep of(AlertTransition alert, long at, int delta) {
        return new ActiveStep(alert.entity().cityCode(), AlertDomain.of(alert), alert.severity(), at, delta);
    }
}
