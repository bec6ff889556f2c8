package org.tongcheng.water.operator;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.water.SectionAssessment;
import org.tongcheng.domain.water.SectionPoint;
import org.tongcheng.domain.water.SectionSite;
import org.tongcheng.domain.water.SectionSlotValue;
import org.tongcheng.domain.water.WaterClass;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;

/**
 * Key: section. State: the revision last issued of each time of observation; it dies as {@link Expiry} says. Issues
 * {@code water_section} at once, and gives the same to the slot's summaries on the side.
 */
public final class JudgeSection extends KeyedProcessFunction<String, WaterObservation, Result> {

    public static final OutputTag<SectionSlotValue> SLOT_VALUES =
            new OutputTag<>("slot-values", TypeInformation.of(SectionSlotValue.class));

    private static final long serialVersionUID = 1L;

    private final Region region;
    private final BusinessTime time;
    private transient MapState<Long, Integer> revisions;

    public JudgeSection(Region region) {
        this.region = region;
        this.time = new BusinessTime(region.zone());
    }

    @Override
    public void open(OpenContext context) {
        revisions = getRuntimeContext().getMapState(new MapStateDescriptor<>("revisions", Types.LONG, Types.INT));
    }

    @Override
    public void processElement(WaterObservation observation, Context context, Collector<Result> out) throws Exception {
        long observedAt = observation.observedAt();
        SectionSite site = siteOf(observation);
        Map<WaterItem, BigDecimal> values = SectionAssessment.countingValues(observation);
        SectionAssessment assessment = SectionAssessment.of(values, site.kind());
        Integer before = revisions.get(observedAt);
        int revision = before == null ? 0 : before + 1;
        revisions.put(observedAt, revision);
        context.timerService().registerEventTimeTimer(Expiry.OF_SLOTS.deathOf(observedAt));
        out.collect(SectionPoint.of(site, observation, assessment, revision));
        long slot = time.startOfSlot(observedAt, SectionSlotValue.SLOT_HOURS);
        context.output(SLOT_VALUES, SectionSlotValue.of(site, slot, observedAt, values, assessment.waterClass()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        Expiry.OF_SLOTS.sweep(revisions, timestamp);
    }

    private SectionSite siteOf(WaterObservation observation) {
        WaterSection section = region.waterSection(observation.sectionId(), time.dayOf(observation.observedAt()));
        if (section == null) {
            throw new IllegalStateException("section " + observation.sectionId()
                    + " is not registered: the gate lets only registered sections through");
        }
        Integer target = section.targetClass();
        return new SectionSite(
                section.sectionId(),
                section.cityCode(),
                section.river(),
                section.kind(),
                target == null ? null : WaterClass.ofNumber(target));
    }
}
