package org.tongcheng.air.operator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.air.AirPoints;
import org.tongcheng.domain.air.CountingValues;
import org.tongcheng.domain.air.DayReport;
import org.tongcheng.domain.air.DayValues;
import org.tongcheng.domain.air.HourReport;
import org.tongcheng.domain.air.IndexStandard;
import org.tongcheng.domain.air.NaturalDay;
import org.tongcheng.domain.air.QualityRemarks;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.Region;

/**
 * Key: station. State: the counting values of each hour and the revisions issued of hours and days; both die as {@link
 * Expiry} says. Each observation issues its hour, the later hours whose flat line it changes, and its day at once, and
 * gives hour and day to the city on the side.
 */
public final class JudgeStation extends KeyedProcessFunction<String, AirObservation, Result> {

    public static final OutputTag<StationShare> SHARES =
            new OutputTag<>("station-shares", TypeInformation.of(StationShare.class));

    private static final long serialVersionUID = 1L;
    private static final int REACH = QualityRemarks.FLAT_HOURS - 1;

    private final AirRegister register;
    private transient MapState<Long, StationHour> hours;
    private transient MapState<Long, Integer> dayRevisions;

    public JudgeStation(Region region) {
        this.register = new AirRegister(region);
    }

    @Override
    public void open(OpenContext context) {
        hours = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("hours", Types.LONG, TypeInformation.of(StationHour.class)));
        dayRevisions =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("day-revisions", Types.LONG, Types.INT));
    }

    @Override
    public void processElement(AirObservation observation, Context context, Collector<Result> out) throws Exception {
        long label = observation.observedAt();
        LocalDate day = register.time().dayOfHourEnding(label);
        AirStation station = register.station(observation.stationId(), day);
        Map<AirItem, BigDecimal> values = CountingValues.of(observation, station.pollutants());
        List<Integer> laterHours = QualityRemarks.laterHoursChanged(
                valuesAt(span(label - REACH * BusinessTime.HOUR, 2 * REACH + 1)), values);

        StationHour before = hours.get(label);
        hours.put(label, new StationHour(values, before == null ? 0 : before.revision() + 1));
        context.timerService().registerEventTimeTimer(Expiry.OF_HOURS.deathOf(label));
        out.collect(hourPoint(station, label));
        for (int later : laterHours) {
            reissue(observation.stationId(), label + later * BusinessTime.HOUR, out);
        }
        DayValues dayValues = DayValues.ofHours(valuesAt(NaturalDay.labels(register.time(), day)));
        long dayStart = register.time().startOf(day);
        out.collect(dayPoint(station, day, dayValues));
        context.output(
                SHARES, new StationShare(station.cityCode(), station.stationId(), label, values, dayStart, dayValues));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        Expiry.OF_HOURS.sweep(hours, timestamp);
        Expiry.OF_HOURS.sweep(dayRevisions, timestamp);
    }

    private void reissue(String stationId, long label, Collector<Result> out) throws Exception {
        StationHour hour = hours.get(label);
        if (hour != null) {
            hours.put(label, new StationHour(hour.values(), hour.revision() + 1));
            out.collect(hourPoint(register.station(stationId, register.time().dayOfHourEnding(label)), label));
        }
    }

    private Result hourPoint(AirStation station, long label) throws Exception {
        StationHour hour = hours.get(label);
        IndexStandard standard = IndexStandard.on(register.time().dayOfHourEnding(label));
        String remarks = QualityRemarks.text(
                hour.values(),
                QualityRemarks.flatItems(valuesAt(span(label - REACH * BusinessTime.HOUR, QualityRemarks.FLAT_HOURS))));
        return AirPoints.stationHour(
                station.cityCode(),
                station.stationId(),
                label,
                HourReport.ofStation(standard, hour.values(), station.pollutants()),
                remarks,
                hour.revision());
    }

    private Result dayPoint(AirStation station, LocalDate day, DayValues values) throws Exception {
        long dayStart = register.time().startOf(day);
        Integer before = dayRevisions.get(dayStart);
        int revision = before == null ? 0 : before + 1;
        dayRevisions.put(dayStart, revision);
        DayReport report = DayReport.ofStation(IndexStandard.on(day), values, station.pollutants());
        return AirPoints.stationDay(station.cityCode(), station.stationId(), dayStart, report, revision);
    }

    private static List<Long> span(long first, int count) {
        List<Long> labels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            labels.add(first + i * BusinessTime.HOUR);
        }
        return labels;
    }

    /** Counting values at each label; an empty map where there is no record. */
    private List<Map<AirItem, BigDecimal>> valuesAt(List<Long> labels) throws Exception {
        List<Map<AirItem, BigDecimal>> values = new ArrayList<>(labels.size());
        for (long label : labels) {
            StationHour hour = hours.get(label);
            values.add(hour == null ? Map.of() : hour.values());
        }
        return values;
    }
}
