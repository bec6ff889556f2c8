package org.tongcheng.air.operator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tongcheng.air.operator.CityHour.StationValues;
import org.tongcheng.domain.air.AirPoints;
import org.tongcheng.domain.air.DayReport;
import org.tongcheng.domain.air.DayValues;
import org.tongcheng.domain.air.HourReport;
import org.tongcheng.domain.air.IndexStandard;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.Region;

/**
 * Key: city. State: its stations' values of each hour and of each day; both die as {@link Expiry} says. Each share of a
 * station issues the city's hour and day at once, and gives the day to the ranking on the side.
 */
public final class JudgeCity extends KeyedProcessFunction<String, StationShare, Result> {

    public static final OutputTag<CityDayValues> DAYS =
            new OutputTag<>("city-days", TypeInformation.of(CityDayValues.class));

    private static final long serialVersionUID = 1L;

    private final AirRegister register;
    private transient MapState<Long, CityHour> hours;
    private transient MapState<Long, CityDay> days;

    public JudgeCity(Region region) {
        this.register = new AirRegister(region);
    }

    @Override
    public void open(OpenContext context) {
        hours = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("hours", Types.LONG, TypeInformation.of(CityHour.class)));
        days = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("days", Types.LONG, TypeInformation.of(CityDay.class)));
    }

    @Override
    public void processElement(StationShare share, Context context, Collector<Result> out) throws Exception {
        LocalDate day = register.time().dayOf(share.dayStart());
        Set<AirItem> monitored = register.monitoredIn(share.cityCode(), day);
        context.timerService().registerEventTimeTimer(Expiry.OF_HOURS.deathOf(share.label()));
        out.collect(hourPoint(share, day, monitored));

        CityDay cityDay = with(days.get(share.dayStart()), share);
        days.put(share.dayStart(), cityDay);
        DayValues values = DayValues.ofStations(cityDay.stations().values());
        DayReport report = DayReport.ofCity(IndexStandard.on(day), values, monitored);
        out.collect(AirPoints.cityDay(share.cityCode(), share.dayStart(), report, cityDay.revision()));
        context.output(DAYS, new CityDayValues(share.cityCode(), share.dayStart(), values.values()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        Expiry.OF_HOURS.sweep(hours, timestamp);
        Expiry.OF_HOURS.sweep(days, timestamp);
    }

    private Result hourPoint(StationShare share, LocalDate day, Set<AirItem> monitored) throws Exception {
        CityHour hour = with(hours.get(share.label()), share);
        hours.put(share.label(), hour);
        List<Map<AirItem, BigDecimal>> values =
                hour.stations().values().stream().map(StationValues::values).toList();
        return AirPoints.cityHour(
                share.cityCode(),
                share.label(),
                HourReport.ofCity(IndexStandard.on(day), values, monitored),
                hour.stations().size(),
                register.stationsExpected(share.cityCode(), day),
                hour.revision());
    }

    private static CityHour with(@Nullable CityHour before, StationShare share) {
        Map<String, StationValues> stations = before == null ? new HashMap<>() : new HashMap<>(before.stations());
        stations.put(share.stationId(), new StationValues(share.values()));
        return new CityHour(stations, before == null ? 0 : before.revision() + 1);
    }

    private static CityDay with(@Nullable CityDay before, StationShare share) {
        Map<String, DayValues> stations = before == null ? new HashMap<>() : new HashMap<>(before.stations());
        stations.put(share.stationId(), share.day());
        return new CityDay(stations, before == null ? 0 : before.revision() + 1);
    }
}
