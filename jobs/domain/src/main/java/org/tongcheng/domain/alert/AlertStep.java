package org.tongcheng.domain.alert;

import org.jspecify.annotations.Nullable;

/**
 * What one sample did.
 *
 * @param memory as it is after it
 * @param onset of the alert that changed, epoch milliseconds; {@link AlertMemory#NEVER} when none did
 * @param change null when none did
 */
public record AlertStep(
        AlertMemory memory, long onset, @Nullable AlertChange change) {

    static AlertStep silent(AlertMemory memory) {
        return new AlertStep(memory, AlertMemory.NEVER, null);
    }
}
