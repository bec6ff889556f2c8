package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of an entity's field, as results give it.
 *
 * @param time epoch milliseconds
 * @param value null when it is missing
 * @param muted whether the entity was under maintenance
 */
public record Reading(long time, @Nullable BigDecimal value, boolean muted) implements Serializable {

    Evidence evidence(String entityId) {
        return new Evidence(entityId, time, value);
    }
}
