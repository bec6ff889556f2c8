package org.tongcheng.domain.alert;

import org.jspecify.annotations.Nullable;

/**
 * What became of an action: exactly one of the two is there.
 *
 * @param handling of the alert after it
 * @param rejection why it was not applied
 */
public record ActionOutcome(
        @Nullable AlertHandling handling, @Nullable ActionRejection rejection) {

    static ActionOutcome rejected(ActionRejection rejection) {
        return new ActionOutcome(null, rejection);
    }
}
