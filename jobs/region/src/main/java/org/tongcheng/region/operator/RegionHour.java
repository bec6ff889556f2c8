package org.tongcheng.region.operator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Result;

/**
 * An hour of the region in state.
 *
 * @param inputs the last revision of each series that tells of the hour
 * @param issued the row as last issued, null before that
 */
public record RegionHour(
        Map<String, Result> inputs, @Nullable Result issued) {}
