package org.tongcheng.transit.window;

import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.time.BusinessTime;

/** The windows of the transit job: their length, how many share a state entry, when they are first issued. */
public enum TransitWindow {
    STOP(0, Measurement.TRANSIT_STOP_1M, BusinessTime.MINUTE, BusinessTime.HOUR, 0),
    ROUTE(1, Measurement.TRANSIT_ROUTE_15M, 15 * BusinessTime.MINUTE, 6 * BusinessTime.HOUR, 0),
    CITY_MINUTE(2, Measurement.TRANSIT_CITY_1M, BusinessTime.MINUTE, BusinessTime.HOUR, 0),
    CITY_HOUR(3, Measurement.TRANSIT_CITY_1H, BusinessTime.HOUR, BusinessTime.HOUR, 0),
    CITY_DAY(4, Measurement.TRANSIT_CITY_1D, BusinessTime.DAY, BusinessTime.DAY, 0),
    ROAMING(5, Measurement.TRANSIT_ROAMING_1H, BusinessTime.HOUR, BusinessTime.HOUR, 0),
    ORIGIN_DESTINATION(6, Measurement.TRANSIT_OD_1H, BusinessTime.HOUR, BusinessTime.HOUR, 0),
    /** Issued once no exit can come any more that an entrance of the hour waits for. */
    UNMATCHED(7, Measurement.TRANSIT_UNMATCHED_1H, BusinessTime.HOUR, BusinessTime.HOUR, 6 * BusinessTime.HOUR);

    private static final TransitWindow[] BY_CODE = values();

    private final int code;
    private final Measurement measurement;
    private final long length;
    private final long block;
    private final long patience;

    TransitWindow(int code, Measurement measurement, long length, long block, long patience) {
        this.code = code;
        this.measurement = measurement;
        this.length = length;
        this.block = block;
        this.patience = patience;
    }

    /** Its number in keys of state, which must never change: the constants' order is that of their codes. */
    public int code() {
        return code;
    }

    static TransitWindow ofCode(int code) {
        return BY_CODE[code];
    }

    public Measurement measurement() {
        return measurement;
    }

    /** Start of the state entry that holds the window; windows are told apart in it by their start. */
    public long blockOf(long windowStart) {
        return length == block ? windowStart : Math.floorDiv(windowStart, block) * block;
    }

    /** Start of the window that is first issued at {@code dueAt}. */
    public long startDueAt(long dueAt) {
        return dueAt - length - patience;
    }

    /** Whether a block holds one window only. */
    public boolean alone() {
        return length == block;
    }

    /** Watermark at which the window is first issued. */
    public long dueAt(long windowStart) {
        return windowStart + length + patience;
    }

    /** Watermark at which nothing can change any window of the block: the taps' lateness and a day of margin later. */
    public long deathOf(long blockStart, long latenessMillis) {
        return blockStart + block + latenessMillis + BusinessTime.DAY;
    }
}
