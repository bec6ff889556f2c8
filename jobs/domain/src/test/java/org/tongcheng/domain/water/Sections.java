package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

/** Sections and their values, written short. */
final class Sections {

    /** Class I in every item. */
    static final String CLEAN = "ph=7 dissolved_oxygen=8 codmn=1 nh3_n=0.1 tp=0.01";

    private Sections() {}

    /** Values as {@code "ph=7.2 tp=0.05"}; of an item named twice the later counts. */
    static Map<WaterItem, BigDecimal> values(String text) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        for (String pair : text.split(" ", -1)) {
            String[] parts = pair.split("=", -1);
            values.put(WaterItem.valueOf(parts[0].toUpperCase(Locale.ROOT)), new BigDecimal(parts[1]));
        }
        return values;
    }

    static WaterObservation observation(String values) {
        return observation(values, Map.of());
    }

    static WaterObservation observation(String values, Map<WaterItem, String> flags) {
        return new WaterObservation("s1", 0, FeedRecord.UNKNOWN_TIME, StationStatus.NORMAL, values(values), flags);
    }

    static SectionAssessment assess(String values) {
        return SectionAssessment.of(values(values), SectionKind.RIVER);
    }

    /** A section of city 510100 on the 沱江, in slot 0. */
    static SectionSlotValue inSlot(String sectionId, SectionKind kind, String values) {
        SectionSite site = new SectionSite(sectionId, "510100", "沱江", kind, null);
        Map<WaterItem, BigDecimal> counting = values(values);
        WaterClass waterClass = SectionAssessment.of(counting, kind).waterClass();
        return SectionSlotValue.of(site, 0, 0, counting, waterClass);
    }

    /** A section whose permanganate index alone makes it the class. */
    static SectionSlotValue ofClass(String sectionId, int waterClass) {
        String[] codmn = {"2", "4", "6", "10", "15", "16"};
        return inSlot(sectionId, SectionKind.RIVER, CLEAN + " codmn=" + codmn[waterClass - 1]);
    }
}
