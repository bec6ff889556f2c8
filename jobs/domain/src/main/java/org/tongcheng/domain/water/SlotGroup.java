package org.tongcheng.domain.water;

import java.util.Collection;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.ResultBuilder;

/** What sections are summarised by, per 4 h slot: {@code water_city_4h} and {@code water_river_4h}. */
public enum SlotGroup {
    CITY(Measurement.WATER_CITY_4H, "city_code"),
    RIVER(Measurement.WATER_RIVER_4H, "river");

    private final Measurement measurement;
    private final String tag;

    SlotGroup(Measurement measurement, String tag) {
        this.measurement = measurement;
        this.tag = tag;
    }

    /** The section's city code or river. */
    public String nameOf(SectionSlotValue section) {
        return this == CITY ? section.cityCode() : section.river();
    }

    /**
     * The point of a slot.
     *
     * @param sections one value of each section that reported
     * @param expected sections registered and valid on the slot's day
     */
    public Result summary(String name, long slot, Collection<SectionSlotValue> sections, int expected, int revision) {
        ClassCounts counts = ClassCounts.of(sections);
        ResultBuilder point = measurement
                .at(slot)
                .tag(tag, name)
                .integer("sections_expected", expected)
                .integer("sections_classified", counts.classified())
                .decimal("good_share", ClassCounts.goodShare(counts.good(), counts.classified()));
        for (WaterClass waterClass : WaterClass.values()) {
            point.integer("class_" + waterClass.number(), counts.of(waterClass));
        }
        if (this == RIVER) {
            RiverQuality quality = RiverQuality.of(sections);
            point.text("quality", quality == null ? null : quality.displayName());
        }
        return point.build(revision);
    }
}
