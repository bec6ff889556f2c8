package org.tongcheng.domain.feed;

import java.util.Locale;

/** What a water station says of itself. It does not touch the class. */
public enum StationStatus {
    NORMAL,
    MAINTENANCE,
    NOT_RUNNING;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
