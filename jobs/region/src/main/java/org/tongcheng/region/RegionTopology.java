package org.tongcheng.region;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.job.LastWatermarkAtEnd;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.reference.Region;
import org.tongcheng.region.operator.SelectInputs;
import org.tongcheng.region.operator.SummariseHour;

/**
 * The region job between its ends.
 *
 * <pre>
 * transit.results -+
 * air.results -----+-> region-inputs -> region-1h ----> region_1h
 * water.results ---+   trimmed          by region
 * </pre>
 */
public final class RegionTopology {

    public static final String INPUTS_UID = "region-inputs";
    public static final String HOUR_UID = "region-1h";

    /** Every operator between the ends. */
    public static final List<String> UIDS = List.of(INPUTS_UID, HOUR_UID);

    /** How long changes of an hour are gathered, unless the configuration says otherwise. */
    public static final Duration SETTLING = Duration.ofMillis(500);

    private static final TypeInformation<Result> RESULT = ResultSerializer.RESULT;

    private RegionTopology() {}

    /**
     * Adds the job behind its sources.
     *
     * @param results of the transit, air and water jobs together, the revisions of a point in their order, with watermarks
     * @param settling how long changes of an hour are gathered before it is issued
     */
    public static DataStream<Result> of(DataStream<Result> results, Region region, Duration settling) {
        String regionId = region.id();
        return results.flatMap(new SelectInputs(), RESULT)
                .uid(INPUTS_UID)
                .name(INPUTS_UID)
                .keyBy(result -> regionId)
                .transform(
                        HOUR_UID,
                        RESULT,
                        new LastWatermarkAtEnd<>(
                                new SummariseHour(new BusinessTime(region.zone()), settling.toMillis())))
                .uid(HOUR_UID);
    }
}
