package org.tongcheng.domain.alert;

import java.util.Collection;

/**
 * How many alerts stand where.
 *
 * @param overdue those of the open ones that nobody has acknowledged in time
 */
public record HandlingCounts(long open, long acknowledged, long rectified, long overdue) {

    /**
     * @param now epoch milliseconds
     * @param allowedMillis from the onset to the acknowledgement
     */
    public static HandlingCounts of(Collection<AlertHandling> alerts, long now, long allowedMillis) {
        return new HandlingCounts(
                count(alerts, HandlingStatus.OPEN),
                count(alerts, HandlingStatus.ACKNOWLEDGED),
                count(alerts, HandlingStatus.RECTIFIED),
                alerts.stream()
                        .filter(alert -> alert.overdue(now, allowedMillis))
                        .count());
    }

    private static long count(Collection<AlertHandling> alerts, HandlingStatus status) {
        return alerts.stream().filter(alert -> alert.status() == status).count();
    }
}
