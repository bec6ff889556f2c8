package org.tongcheng.alerts.handling;

import java.io.Serializable;
import org.tongcheng.domain.alert.AlertEntity;

/**
 * An alert that was marked rectified: what fires again within a day of it is told one severity higher.
 *
 * @param onset of the alert, epoch milliseconds
 * @param at when it was rectified, epoch milliseconds
 */
public record RectifiedAlert(String alertId, String ruleId, int ruleVersion, AlertEntity entity, long onset, long at)
        implements Serializable {}
