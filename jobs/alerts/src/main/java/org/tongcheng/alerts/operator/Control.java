package org.tongcheng.alerts.operator;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.reference.RegionBundle;

/**
 * What every operator that watches is told: one of the two.
 *
 * @param reference a region that replaces the one before
 * @param rectified an action that marks an alert as rectified
 */
public record Control(
        @Nullable RegionBundle reference, @Nullable AlertAction rectified) {}
