package org.tongcheng.domain.alert;

import java.util.Locale;

/** What staff do about an alert. */
public enum ActionKind {
    /** Somebody has seen it. */
    ACK,
    /** Somebody is to see to it: the one that the text names. */
    ASSIGN,
    /** A remark, which changes nothing else. */
    COMMENT,
    /** The cause is mended. */
    RECTIFIED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
