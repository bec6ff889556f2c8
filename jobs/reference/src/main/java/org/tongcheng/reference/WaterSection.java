package org.tongcheng.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.water.SectionKind;

/**
 * A monitored section of a river or lake: a row of water_sections.csv.
 *
 * @param targetClass the class it has to meet, 1 to 5 (GB 3838-2002); null where none is set
 * @param downstreamId the next section down the river; null for the last one
 * @param travelHours how long the water takes to it
 * @param longitude degrees east, WGS84; given together with {@code latitude} or not at all
 * @param latitude degrees north, WGS84
 */
public record WaterSection(
        String sectionId,
        String name,
        String river,
        String cityCode,
        SectionKind kind,
        @Nullable Integer targetClass,
        @Nullable String downstreamId,
        @Nullable BigDecimal travelHours,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Dated {}
