package org.tongcheng.domain.alert;

import java.io.Serializable;

/**
 * One record of the feed {@code alert.actions}.
 *
 * @param actor who acts
 * @param at epoch milliseconds
 * @param text remark, or for {@link ActionKind#ASSIGN} the name of the one who is to see to it; may be empty otherwise
 */
public record AlertAction(String alertId, ActionKind action, String actor, long at, String text)
        implements Serializable {}
