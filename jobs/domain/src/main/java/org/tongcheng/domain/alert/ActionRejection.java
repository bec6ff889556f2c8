package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** Why an action was not applied. */
public enum ActionRejection implements WireNamed {
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
}
