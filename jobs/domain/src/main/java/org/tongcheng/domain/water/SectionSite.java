package org.tongcheng.domain.water;

import org.jspecify.annotations.Nullable;

/**
 * A section as registered on the day of an observation.
 *
 * @param target the class it is meant to reach, I to V; null when it has none
 */
public record SectionSite(
        String sectionId,
        String cityCode,
        String river,
        SectionKind kind,
        @Nullable WaterClass target) {}
