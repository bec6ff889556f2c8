package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** Why an alert ended. */
public enum EndReason implements WireNamed {
    /** The values are back within the clear threshold, for as long as the rule asks for. */
    CLEARED,
    /** Corrected data removed its ground, or ended it before what was last told of it. */
    DATA_CORRECTED,
    /** Corrected data joined it with another alert, which stands for both. */
    MERGED,
    /** An early warning came true: the section below reported the exceedance itself. */
    CONFIRMED,
    /** An early warning did not come true: the water arrived without the exceedance. */
    DISMISSED,
    /** An early warning, or a card, of which nothing more was heard. */
    EXPIRED,
    /** Its rule was changed, disabled or removed. */
    RULE_CHANGED;
}
