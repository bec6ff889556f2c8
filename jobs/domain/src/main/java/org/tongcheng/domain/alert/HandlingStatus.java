package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** How far staff have got with an alert. */
public enum HandlingStatus implements WireNamed {
    OPEN,
    ACKNOWLEDGED,
    RECTIFIED;
}
