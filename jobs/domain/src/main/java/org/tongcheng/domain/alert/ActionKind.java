package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** What staff do about an alert. */
public enum ActionKind implements WireNamed {
    /** Somebody has seen it. */
    ACK,
    /** Somebody is to see to it: the one that the text names. */
    ASSIGN,
    /** A remark, which changes nothing else. */
    COMMENT,
    /** The cause is mended. */
    RECTIFIED;
}
