package org.tongcheng.domain.feed;

/** What a water station says of itself. It does not touch the class. */
public enum StationStatus implements WireNamed {
    NORMAL,
    MAINTENANCE,
    NOT_RUNNING;
}
