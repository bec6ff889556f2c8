package org.tongcheng.water.operator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.water.SectionSlotValue;
import org.tongcheng.domain.water.SlotGroup;
import org.tongcheng.reference.Region;

/**
 * Key: city, or river across all cities. State: the sections of each slot; it dies as {@link Expiry} says. Issues the
 * slot again with every value that counts.
 */
public final class SummariseSlot extends KeyedProcessFunction<String, SectionSlotValue, Result> {

    private static final long serialVersionUID = 1L;

    private final SlotGroup group;
    private final Region region;
    private final BusinessTime time;
    private transient MapState<Long, SlotSections> slots;

    public SummariseSlot(SlotGroup group, Region region) {
        this.group = group;
        this.region = region;
        this.time = new BusinessTime(region.zone());
    }

    @Override
    public void open(OpenContext context) {
        slots = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("slots", Types.LONG, TypeInformation.of(SlotSections.class)));
    }

    @Override
    public void processElement(SectionSlotValue value, Context context, Collector<Result> out) throws Exception {
        SlotSections before = slots.get(value.slot());
        Map<String, SectionSlotValue> sections = before == null ? new HashMap<>() : new HashMap<>(before.sections());
        if (!value.counts(sections.get(value.sectionId()))) {
            return;
        }
        sections.put(value.sectionId(), value);
        int revision = before == null ? 0 : before.revision() + 1;
        slots.put(value.slot(), new SlotSections(revision, sections));
        context.timerService().registerEventTimeTimer(Expiry.OF_SLOTS.deathOf(value.slot()));
        String name = context.getCurrentKey();
        out.collect(group.summary(name, value.slot(), sections.values(), expected(name, value.slot()), revision));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        Expiry.OF_SLOTS.sweep(slots, timestamp);
    }

    private int expected(String name, long slot) {
        LocalDate day = time.dayOf(slot);
        return switch (group) {
            case CITY -> region.waterSectionsExpected(name, day);
            case RIVER -> region.waterSectionsExpectedOnRiver(name, day);
        };
    }
}
