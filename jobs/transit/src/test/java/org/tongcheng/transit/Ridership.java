package org.tongcheng.transit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.DurationCounts;

/** What the contract says that a list of taps gives: computed straight from all of them, one question after another. */
final class Ridership {

    private final BusinessTime time;
    private final Map<String, Map<String, String>> points = new TreeMap<>();

    private Ridership(BusinessTime time) {
        this.time = time;
    }

    /** Points as {@code series@time -> {field: value}}, of taps in their order of arrival. */
    static Map<String, Map<String, String>> of(List<Tap> arrived, BusinessTime time) {
        Ridership ridership = new Ridership(time);
        Set<TransactionId> seen = new HashSet<>();
        List<Tap> accepted =
                arrived.stream().filter(tap -> seen.add(tap.transactionId())).toList();
        accepted.forEach(ridership::count);
        ridership.uniques(accepted);
        ridership.journeys(accepted);
        return ridership.points;
    }

    private void count(Tap tap) {
        long at = tap.eventTime();
        if (tap.stopId() != null) {
            counts("transit_stop_1m,city_code=" + tap.cityCode() + ",stop_id=" + tap.stopId(), floor(at, 1), tap);
        }
        if (tap.routeId() != null) {
            String series = "transit_route_15m,city_code=" + tap.cityCode() + ",route_id=" + tap.routeId()
                    + ",route_type=" + tap.routeType();
            counts(series, floor(at, 15), tap);
        }
        cityCounts("transit_city_1m,city_code=" + tap.cityCode(), floor(at, 1), tap);
        cityCounts("transit_city_1h,city_code=" + tap.cityCode(), floor(at, 60), tap);
        cityCounts("transit_city_1d,city_code=" + tap.cityCode(), dayOf(tap), tap);
        if (roams(tap)) {
            String point = roamingSeries(tap) + "@" + floor(at, 60);
            add(point, "number_of_transactions", 1);
            add(point, "amount_fen", tap.amountFen());
            add(point, "discount_fen", tap.discountFen());
        }
    }

    private void uniques(List<Tap> accepted) {
        Map<String, Set<String>> tokens = new HashMap<>();
        for (Tap tap : accepted) {
            String token = tap.tokenHigh() + ":" + tap.tokenLow();
            long hour = floor(tap.eventTime(), 60);
            put(tokens, "transit_city_1h,city_code=" + tap.cityCode() + "@" + hour, token);
            put(tokens, "transit_city_1d,city_code=" + tap.cityCode() + "@" + dayOf(tap), token);
            if (roams(tap)) {
                put(tokens, roamingSeries(tap) + "@" + hour, token);
            }
        }
        tokens.forEach((point, all) -> add(point, "unique_tokens", all.size()));
    }

    private void journeys(List<Tap> accepted) {
        Map<String, List<Tap>> cards = new HashMap<>();
        for (Tap tap : accepted) {
            boolean gate = tap.action().isEntry() || tap.action().isExit();
            if (tap.routeType() <= 2 && gate) {
                cards.computeIfAbsent(tap.tokenHigh() + ":" + tap.tokenLow(), key -> new ArrayList<>())
                        .add(tap);
            }
        }
        Map<String, DurationCounts> durations = new HashMap<>();
        for (List<Tap> taps : cards.values()) {
            taps.sort(Comparator.comparingLong(Tap::eventTime)
                    .thenComparing(tap -> !tap.action().isExit())
                    .thenComparing(Tap::transactionId));
            pair(taps, durations);
        }
        durations.forEach((point, counts) -> {
            put(point, "duration_p50_s", counts.percentile(new BigDecimal("0.5")));
            put(point, "duration_p95_s", counts.percentile(new BigDecimal("0.95")));
        });
    }

    private void pair(List<Tap> taps, Map<String, DurationCounts> durations) {
        for (int i = 0; i < taps.size(); i++) {
            Tap tap = taps.get(i);
            Tap next = i + 1 < taps.size() ? taps.get(i + 1) : null;
            if (next != null
                    && tap.action().isEntry()
                    && next.action().isExit()
                    && next.eventTime() - tap.eventTime() <= 6 * BusinessTime.HOUR) {
                String point = "transit_od_1h,destination_city_code=" + next.cityCode() + ",origin_city_code="
                        + tap.cityCode() + "@" + floor(next.eventTime(), 60);
                add(point, "journeys", 1);
                add(point, "amount_fen", next.amountFen());
                int seconds = (int) ((next.eventTime() - tap.eventTime() + 500) / 1000);
                DurationCounts one = new DurationCounts(new int[] {seconds}, new long[] {1});
                durations.merge(point, one, DurationCounts::plus);
                i++;
                continue;
            }
            String point = "transit_unmatched_1h,city_code=" + tap.cityCode() + "@" + floor(tap.eventTime(), 60);
            add(point, "entries_without_exit", tap.action().isEntry() ? 1 : 0);
            add(point, "exits_without_entry", tap.action().isExit() ? 1 : 0);
        }
    }

    private void counts(String series, long start, Tap tap) {
        String point = series + "@" + start;
        add(point, "total_entries", tap.action().isEntry() ? 1 : 0);
        add(point, "total_exits", tap.action().isExit() ? 1 : 0);
        add(point, "number_of_transactions", 1);
        add(point, "amount_fen", tap.amountFen());
    }

    private void cityCounts(String series, long start, Tap tap) {
        counts(series, start, tap);
        String point = series + "@" + start;
        add(point, "discount_fen", tap.discountFen());
        add(point, "transfers", tap.transfer() ? 1 : 0);
        add(point, "roaming_transactions", roams(tap) ? 1 : 0);
    }

    private void add(String point, String field, long value) {
        points.computeIfAbsent(point, key -> new TreeMap<>())
                .merge(field, Long.toString(value), (a, b) -> Long.toString(Long.parseLong(a) + Long.parseLong(b)));
    }

    private void put(String point, String field, BigDecimal value) {
        points.get(point).put(field, value.stripTrailingZeros().toPlainString());
    }

    private static void put(Map<String, Set<String>> sets, String point, String token) {
        sets.computeIfAbsent(point, key -> new HashSet<>()).add(token);
    }

    private long dayOf(Tap tap) {
        return time.startOf(LocalDate.ofEpochDay(tap.serviceDay()));
    }

    private static boolean roams(Tap tap) {
        return tap.issuerCityCode() != null && !tap.issuerCityCode().equals(tap.cityCode());
    }

    private static String roamingSeries(Tap tap) {
        return "transit_roaming_1h,city_code=" + tap.cityCode() + ",issuer_city_code=" + tap.issuerCityCode();
    }

    private static long floor(long at, int minutes) {
        return Math.floorDiv(at, minutes * BusinessTime.MINUTE) * minutes * BusinessTime.MINUTE;
    }
}
