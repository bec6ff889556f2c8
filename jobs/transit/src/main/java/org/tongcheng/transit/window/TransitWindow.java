package org.tongcheng.transit.window;

import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.time.BusinessTime;

/** The windows of the transit job: their length, how many share a state entry, when they are first issued. */
public enum TransitWindow {
    STOP(Measurement.TRANSIT_STOP_1M, BusinessTime.MINUTE, BusinessTime.HOUR, 0),
    ROUTE(Measurement.TRANSIT_ROUTE_15M, 15 * BusinessTime.MINUTE, 6 * BusinessTime.HOUR, 0),
    CITY_MINUTE(Measurement.TRANSIT_CITY_1M, BusinessTime.MINUTE, BusinessTime.HOUR, 0),
    CITY_HOUR(Measurement.TRANSIT_CITY_1H, BusinessTime.HOUR, BusinessTime.HOUR, 0),
    CITY_DAY(Measurement.TRANSIT_CITY_1D, BusinessTime.DAY, BusinessTime.DAY, 0),
    ROAMING(Measurement.TRANSIT_ROAMING_1H, BusinessTime.HOUR, BusinessTime.HOUR, 0),
    ORIGIN_DESTINATION(Measurement.TRANSIT_OD_1H, BusinessTime.HOUR, BusinessTime.HOUR, 0),
    /** Issued once no exit can come any more that an entrance of the hour waits for. */
    UNMATCHED(Measurement.TRANSIT_UNMATCHED_1H, BusinessTime.HOUR, BusinessTime.HOUR, 6 * BusinessTime.HOUR);

    private final Measurement measurement;
    private final long length;
    private final long block;
    private final long patience;

    TransitWindow(Measurement measurement, long length, long block, long patience) {
        this.measurement = measurement;
        this.length = length;
        this.block = block;
        this.patience = patience;
    }

    public Measurement measurement() {
        return measurement;
    }

    /** Start of the state entry that holds the window; windows are told apart in it by their start. */
    public long blockOf(long windowStart) {
        return length == block ? windowStart : Math.floorDiv(windowStart, block) * block;
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
