package org.tongcheng.air.operator;

import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.air.IndexedCity;
import org.tongcheng.domain.air.MonthRanking;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Key: one for the whole region, since a city's place depends on every other. State: by day, the values of each city and
 * the point issued for it; the days of a month die together, as {@link Expiry} says of its last hour. Changes are
 * gathered on a processing-time timer, and issued too before state dies and by the watermark that ends a bounded input.
 */
public final class RankCities extends KeyedProcessFunction<String, CityDayValues, Result> {

    /** How long changes are gathered before points are issued. */
    static final Duration SETTLING = Duration.ofSeconds(1);

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final MonthRanking ranking;
    private transient MapState<Long, Map<String, IndexedCity>> days;

    public RankCities(BusinessTime time, IndexWeights weights) {
        this.ranking = new MonthRanking(time, weights);
    }

    @Override
    public void open(OpenContext context) {
        days = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "days", Types.LONG, Types.MAP(Types.STRING, TypeInformation.of(IndexedCity.class))));
    }

    @Override
    public void processElement(CityDayValues day, Context context, Collector<Result> out) throws Exception {
        Map<String, IndexedCity> before = days.get(day.dayStart());
        Map<String, IndexedCity> cities = before == null ? new HashMap<>() : new HashMap<>(before);
        IndexedCity known = cities.get(day.cityCode());
        cities.put(
                day.cityCode(),
                known == null ? new IndexedCity(day.values(), null, true) : known.withValues(day.values()));
        days.put(day.dayStart(), cities);
        TimerService timers = context.timerService();
        long settling = SETTLING.toMillis();
        timers.registerProcessingTimeTimer((timers.currentProcessingTime() / settling + 1) * settling);
        timers.registerEventTimeTimer(END_OF_INPUT);
        timers.registerEventTimeTimer(Expiry.ofMonthOf(day.dayStart(), ranking.time()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out) throws Exception {
        for (NavigableMap<Long, Map<String, IndexedCity>> month : months().values()) {
            for (Result point : ranking.reissue(month)) {
                out.collect(point);
                Map<String, IndexedCity> cities = new HashMap<>(days.get(point.time()));
                cities.computeIfPresent(point.tag("city_code"), (city, known) -> known.withIssued(point));
                days.put(point.time(), cities);
            }
        }
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            sweep(timestamp);
        }
    }

    /** The days in state by month, then by day start. */
    private Map<YearMonth, NavigableMap<Long, Map<String, IndexedCity>>> months() throws Exception {
        Map<YearMonth, NavigableMap<Long, Map<String, IndexedCity>>> months = new TreeMap<>();
        for (Map.Entry<Long, Map<String, IndexedCity>> day : days.entries()) {
            YearMonth month = YearMonth.from(ranking.time().dayOf(day.getKey()));
            months.computeIfAbsent(month, unused -> new TreeMap<>()).put(day.getKey(), day.getValue());
        }
        return months;
    }

    private void sweep(long now) throws Exception {
        for (Iterator<Long> starts = days.keys().iterator(); starts.hasNext(); ) {
            if (Expiry.ofMonthOf(starts.next(), ranking.time()) <= now) {
                starts.remove();
            }
        }
        if (days.isEmpty()) {
            days.clear();
        }
    }
}
