package org.tongcheng.wire;

import java.util.Map;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

/** Reads {@code water/1}: one record of an automatic surface-water section. */
public final class WaterObservationDecoder extends RecordDecoder<WaterObservation> {

    private static final Map<WaterItem, Limits> LIMITS = Map.ofEntries(
            Map.entry(WaterItem.WATER_TEMPERATURE, Limits.of("-10", "60")),
            Map.entry(WaterItem.PH, Limits.upTo("14")),
            Map.entry(WaterItem.DISSOLVED_OXYGEN, Limits.upTo("50")),
            Map.entry(WaterItem.CONDUCTIVITY, Limits.upTo("1000000")),
            Map.entry(WaterItem.TURBIDITY, Limits.upTo("100000")),
            Map.entry(WaterItem.CODMN, Limits.upTo("100000")),
            Map.entry(WaterItem.NH3_N, Limits.upTo("100000")),
            Map.entry(WaterItem.TP, Limits.upTo("100000")),
            Map.entry(WaterItem.TN, Limits.upTo("100000")),
            Map.entry(WaterItem.CHLOROPHYLL_A, Limits.upTo("1000")),
            Map.entry(WaterItem.ALGAL_DENSITY, Limits.upTo("1000000000000")));

    private static final Measured<WaterItem> MEASURED = new Measured<>(WaterItem.class, WaterItem::wireName, LIMITS);

    public WaterObservationDecoder(SiteDirectory sites) {
        super("observed_at", sites);
    }

    @Override
    public Feed feed() {
        return Feed.WATER_OBSERVATIONS;
    }

    @Override
    WaterObservation read(Members members, long arrivedAt) throws RejectedException {
        members.version("water/1");
        String sectionId = members.text("section_id", 1, Measured.LONGEST_SITE);
        long observedAt = members.moment("observed_at");
        members.text("source", 1, Members.UNLIMITED);
        StationStatus status = status(members);
        members.optionalMoment("received_timestamp");
        WaterObservation observation = new WaterObservation(
                sectionId,
                observedAt,
                arrivedAt,
                status,
                MEASURED.values(members.object("values")),
                MEASURED.flags(members.optionalObject("flags")));
        if (!sites().knowsWaterSection(sectionId, observedAt)) {
            throw members.reject(
                    RejectionReason.UNKNOWN_SITE,
                    "section_id",
                    RejectedException.quote(sectionId) + " is not registered for that time");
        }
        return observation;
    }

    private static StationStatus status(Members members) throws RejectedException {
        String text = members.text("station_status", 0, Members.UNLIMITED);
        for (StationStatus status : StationStatus.values()) {
            if (status.wireName().equals(text)) {
                return status;
            }
        }
        throw members.reject(
                RejectionReason.UNKNOWN_VALUE,
                "station_status",
                RejectedException.quote(text) + " is not normal, maintenance or not_running");
    }
}
