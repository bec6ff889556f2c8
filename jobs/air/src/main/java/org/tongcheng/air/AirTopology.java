package org.tongcheng.air;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tongcheng.air.operator.CityDayValues;
import org.tongcheng.air.operator.JudgeCity;
import org.tongcheng.air.operator.JudgeStation;
import org.tongcheng.air.operator.RankCities;
import org.tongcheng.air.operator.StationShare;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.Intake;
import org.tongcheng.plumbing.intake.IntakeStreams;
import org.tongcheng.plumbing.intake.ObservationIntake;
import org.tongcheng.plumbing.intake.ObservationIntake.Settled;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.ledger.LedgerStream;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.reference.Region;
import org.tongcheng.wire.FeedDecoder;

/**
 * The air job between its ends.
 *
 * <pre>
 * arrivals -> air-observations-gate -> air-observations-settle -> air-station ----> air_station_1h, air_station_1d
 *                  |   |   |                  |    by station        |
 *                  |   |   |                  |                      | an hour and its day
 *                  |   |   |                  |                      v
 *                  |   |   |                  |                   air-city -------> air_city_1h, air_city_1d
 *                  |   |   |                  |    by city           |
 *                  |   |   |                  |                      | a day
 *                  |   |   |                  |                      v
 *                  |   |   |                  |                   air-ranking ----> air_city_index_mtd
 *                  |   |   |                  |    one key
 *                  |   |   +---- counts ------+-------------> air-ledger ---------> feed_ledger_1m
 *                  |   +-----------------------------------------------------------> late
 *                  +---------------------------------------------------------------> deadletters
 * </pre>
 */
public final class AirTopology {

    public static final String STATION_UID = "air-station";
    public static final String CITY_UID = "air-city";
    public static final String RANKING_UID = "air-ranking";

    /** Every operator between the ends. */
    public static final List<String> UIDS = List.of(
            "air-observations-gate", "air-observations-settle", STATION_UID, CITY_UID, RANKING_UID, "air-ledger");

    private static final TypeInformation<AirObservation> OBSERVATION = TypeInformation.of(AirObservation.class);
    private static final TypeInformation<Result> RESULT = ResultSerializer.RESULT;

    private AirTopology() {}

    /**
     * Adds the job behind its source.
     *
     * @param arrivals straight from the source, with watermarks
     * @param decoder knows the stations of {@code region}
     * @param weights of the items in the composite index
     */
    public static JobOutput of(
            DataStream<Arrival<AirObservation>> arrivals,
            FeedDecoder<AirObservation> decoder,
            Region region,
            IndexWeights weights) {
        return of(Intake.gate(arrivals, decoder, OBSERVATION), region, weights);
    }

    /** Adds the job behind its gate. */
    public static JobOutput of(IntakeStreams<AirObservation> intake, Region region, IndexWeights weights) {
        Settled<AirObservation> settled = ObservationIntake.settle(
                intake.inTime(),
                Feed.AIR_OBSERVATIONS,
                OBSERVATION,
                AirObservation::stationId,
                AirObservation::sameContent);
        SingleOutputStreamOperator<Result> stations = settled.accepted()
                .keyBy(AirObservation::stationId)
                .process(new JudgeStation(region), RESULT)
                .uid(STATION_UID)
                .name(STATION_UID);
        SingleOutputStreamOperator<Result> cities = stations.getSideOutput(JudgeStation.SHARES)
                .keyBy(StationShare::cityCode)
                .process(new JudgeCity(region), RESULT)
                .uid(CITY_UID)
                .name(CITY_UID);
        DataStream<Result> ranking = ranking(cities.getSideOutput(JudgeCity.DAYS), region, weights);
        DataStream<Result> ledger = LedgerStream.of(intake.ledger().union(settled.ledger()), "air");
        return new JobOutput(stations.union(cities, ranking, ledger), intake.deadLetters(), intake.late());
    }

    private static DataStream<Result> ranking(DataStream<CityDayValues> days, Region region, IndexWeights weights) {
        BusinessTime time = new BusinessTime(region.zone());
        return days.keyBy(day -> "region")
                .process(new RankCities(time, weights), RESULT)
                .uid(RANKING_UID)
                .name(RANKING_UID);
    }
}
