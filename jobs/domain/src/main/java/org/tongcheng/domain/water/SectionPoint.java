package org.tongcheng.domain.water;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.ResultBuilder;

/** The measurement {@code water_section}: one observation, judged. */
public final class SectionPoint {

    private SectionPoint() {}

    /** The point of an observation at its own time. */
    public static Result of(
            SectionSite site, WaterObservation observation, SectionAssessment assessment, int revision) {
        ResultBuilder point = Measurement.WATER_SECTION
                .at(observation.observedAt())
                .tag("city_code", site.cityCode())
                .tag("river", site.river())
                .tag("section_id", site.sectionId())
                .text("station_status", observation.status().wireName());
        assessment.published().forEach((item, value) -> point.decimal(item.wireName(), value));
        WaterClass waterClass = assessment.waterClass();
        if (waterClass != null) {
            point.integer("class", waterClass.number())
                    .text("class_name", waterClass.displayName())
                    .text("limiting_items", names(assessment));
        }
        WaterClass target = site.target();
        if (target != null) {
            point.integer("target_class", target.number()).bool("meets_target", meets(waterClass, target));
            Exceedance exceedance = Exceedance.of(assessment.published(), target, site.kind());
            if (exceedance != null) {
                point.text("exceedance_item", exceedance.item().wireName())
                        .decimal("exceedance_multiple", exceedance.multiple());
            }
        }
        return point.build(revision);
    }

    private static @Nullable Boolean meets(@Nullable WaterClass waterClass, WaterClass target) {
        return waterClass == null ? null : waterClass.compareTo(target) <= 0;
    }

    private static String names(SectionAssessment assessment) {
        return assessment.limitingItems().stream().map(WaterItem::wireName).collect(Collectors.joining(","));
    }
}
