package org.tongcheng.water;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.water.SectionSlotValue;
import org.tongcheng.domain.water.SlotGroup;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.Intake;
import org.tongcheng.plumbing.intake.IntakeStreams;
import org.tongcheng.plumbing.intake.ObservationIntake;
import org.tongcheng.plumbing.intake.ObservationIntake.Settled;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.ledger.LedgerStream;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.reference.Region;
import org.tongcheng.water.operator.JudgeSection;
import org.tongcheng.water.operator.SummariseSlot;
import org.tongcheng.wire.FeedDecoder;

/**
 * The water job between its ends.
 *
 * <pre>
 * arrivals -> water-observations-gate -> water-observations-settle -> water-section --------------> water_section
 *                    |   |   |                    |          by section    |
 *                    |   |   |                    |                        | slot values
 *                    |   |   |                    |                        +-> water-city-4h -----> water_city_4h
 *                    |   |   |                    |                        |   by city
 *                    |   |   |                    |                        +-> water-river-4h ----> water_river_4h
 *                    |   |   |                    |                            by river
 *                    |   |   +---- counts --------+------> water-ledger --------------------------> feed_ledger_1m
 *                    |   +-------------------------------------------------------------------------> late
 *                    +-----------------------------------------------------------------------------> deadletters
 * </pre>
 */
public final class WaterTopology {

    public static final String SECTION_UID = "water-section";
    public static final String CITY_UID = "water-city-4h";
    public static final String RIVER_UID = "water-river-4h";

    /** Every operator between the ends. */
    public static final List<String> UIDS = List.of(
            "water-observations-gate", "water-observations-settle", SECTION_UID, CITY_UID, RIVER_UID, "water-ledger");

    private static final TypeInformation<WaterObservation> OBSERVATION = TypeInformation.of(WaterObservation.class);
    private static final TypeInformation<Result> RESULT = ResultSerializer.RESULT;

    private WaterTopology() {}

    /**
     * Adds the job behind its source.
     *
     * @param arrivals straight from the source, with watermarks
     * @param decoder knows the sections of {@code region}
     */
    public static JobOutput of(
            DataStream<Arrival<WaterObservation>> arrivals, FeedDecoder<WaterObservation> decoder, Region region) {
        return of(Intake.gate(arrivals, decoder, OBSERVATION), region);
    }

    /** Adds the job behind its gate. */
    public static JobOutput of(IntakeStreams<WaterObservation> intake, Region region) {
        Settled<WaterObservation> settled = ObservationIntake.settle(
                intake.inTime(),
                Feed.WATER_OBSERVATIONS,
                OBSERVATION,
                WaterObservation::sectionId,
                WaterObservation::sameContent);
        SingleOutputStreamOperator<Result> sections = settled.accepted()
                .keyBy(WaterObservation::sectionId)
                .process(new JudgeSection(region), RESULT)
                .uid(SECTION_UID)
                .name(SECTION_UID);
        DataStream<SectionSlotValue> values = sections.getSideOutput(JudgeSection.SLOT_VALUES);
        DataStream<Result> cities = summaries(values, SlotGroup.CITY, CITY_UID, region);
        DataStream<Result> rivers = summaries(values, SlotGroup.RIVER, RIVER_UID, region);
        DataStream<Result> ledger = LedgerStream.of(intake.ledger().union(settled.ledger()), "water");
        return new JobOutput(sections.union(cities, rivers, ledger), intake.deadLetters(), intake.late());
    }

    private static DataStream<Result> summaries(
            DataStream<SectionSlotValue> values, SlotGroup group, String uid, Region region) {
        return values.keyBy(group::nameOf)
                .process(new SummariseSlot(group, region), RESULT)
                .uid(uid)
                .name(uid);
    }
}
