package org.tongcheng.wire;

import java.util.Map;
import java.util.regex.Pattern;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.SiteDirectory;

/** Reads {@code air/1}: one station's hourly means. */
public final class AirObservationDecoder extends RecordDecoder<AirObservation> {

    private static final Pattern FULL_HOUR = Pattern.compile(".{14}00:00(\\.0+)?[Z+-].*");

    private static final Map<AirItem, Limits> LIMITS = Map.of(
            AirItem.SO2, Limits.upTo("10000"),
            AirItem.NO2, Limits.upTo("10000"),
            AirItem.PM10, Limits.upTo("20000"),
            AirItem.CO, Limits.upTo("500"),
            AirItem.O3, Limits.upTo("10000"),
            AirItem.PM2_5, Limits.upTo("20000"));

    private static final Measured<AirItem> MEASURED = new Measured<>(AirItem.class, AirItem::wireName, LIMITS);

    public AirObservationDecoder(SiteDirectory sites) {
        super("observed_at", sites);
    }

    @Override
    public Feed feed() {
        return Feed.AIR_OBSERVATIONS;
    }

    @Override
    AirObservation read(Members members, long arrivedAt) throws RejectedException {
        members.version("air/1");
        String stationId = members.text("station_id", 1, Measured.LONGEST_SITE);
        long observedAt = members.moment("observed_at");
        if (!FULL_HOUR
                .matcher(members.text("observed_at", 0, Members.UNLIMITED))
                .matches()) {
            throw members.reject(RejectionReason.BAD_FORMAT, "observed_at", "not on a full hour");
        }
        members.text("source", 1, Members.UNLIMITED);
        members.optionalMoment("received_timestamp");
        AirObservation observation = new AirObservation(
                stationId,
                observedAt,
                arrivedAt,
                MEASURED.values(members.object("values")),
                MEASURED.flags(members.optionalObject("flags")));
        if (!sites().knowsAirStation(stationId, observedAt)) {
            throw members.reject(
                    RejectionReason.UNKNOWN_SITE,
                    "station_id",
                    RejectedException.quote(stationId) + " is not registered for that hour");
        }
        return observation;
    }
}
