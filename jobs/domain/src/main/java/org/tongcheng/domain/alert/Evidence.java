package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A point that decided.
 *
 * @param entityId whose point it is
 * @param time epoch milliseconds
 * @param value null when it was missing, or when the point is only expected yet
 */
public record Evidence(String entityId, long time, @Nullable BigDecimal value) implements Serializable {}
