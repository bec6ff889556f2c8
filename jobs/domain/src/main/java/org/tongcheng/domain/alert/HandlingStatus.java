package org.tongcheng.domain.alert;

import java.util.Locale;

/** How far staff have got with an alert. */
public enum HandlingStatus {
    OPEN,
    ACKNOWLEDGED,
    RECTIFIED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
