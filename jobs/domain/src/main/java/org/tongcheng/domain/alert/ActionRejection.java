package org.tongcheng.domain.alert;

import java.util.Locale;

/** Why an action was not applied. */
public enum ActionRejection {
    UNKNOWN_ALERT,
    /** Dated before the alert's onset. */
    BEFORE_ONSET,
    /** Dated before the last action on the same alert. */
    OUT_OF_ORDER,
    /** The last action again. */
    DUPLICATE,
    ALREADY_ACKNOWLEDGED,
    ALREADY_RECTIFIED,
    ALERT_RETRACTED,
    MISSING_TEXT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
