package org.tongcheng.transit.operator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.DurationTally;
import org.tongcheng.domain.transit.GatedTap;
import org.tongcheng.domain.transit.JourneyChanges;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowPart;

/** The parts of journey windows that one subtask has gathered. */
final class JourneyParts implements JourneyChanges {

    private static final long SECOND = 1000;

    private final BusinessTime time;
    private final Map<HourKey, Pair> pairs = new HashMap<>();
    private final Map<HourKey, long[]> alone = new HashMap<>();
    private long hourStart = Long.MIN_VALUE;

    JourneyParts(BusinessTime time) {
        this.time = time;
    }

    /** @param origin 0 where there is one city only */
    private record HourKey(int city, int origin, long hour) {}

    private static final class Pair {
        final long[] sums = new long[2];
        final DurationTally durations = new DurationTally();
    }

    @Override
    public void journey(int sign, GatedTap entrance, GatedTap exit) {
        HourKey key = new HourKey(exit.cityCode(), entrance.cityCode(), hourOf(exit.time()));
        Pair pair = pairs.computeIfAbsent(key, absent -> new Pair());
        pair.sums[0] += sign;
        pair.sums[1] += sign * exit.amountFen();
        int seconds = (int) ((exit.time() - entrance.time() + SECOND / 2) / SECOND);
        pair.durations.add(seconds, sign);
    }

    @Override
    public void unmatched(int sign, GatedTap tap) {
        HourKey key = new HourKey(tap.cityCode(), 0, hourOf(tap.time()));
        alone.computeIfAbsent(key, absent -> new long[2])[tap.exit() ? 1 : 0] += sign;
    }

    /** Hands on and forgets the parts of all windows that are due at the watermark. */
    void drain(long watermark, Consumer<WindowPart> sink) {
        DueParts.take(pairs, key -> TransitWindow.ORIGIN_DESTINATION.dueAt(key.hour) <= watermark, (key, pair) -> {
            String[] tags = {code(key.city), code(key.origin)};
            sink.accept(new WindowPart(
                    TransitWindow.ORIGIN_DESTINATION, tags, key.hour, pair.sums, null, pair.durations.counts()));
        });
        DueParts.take(alone, key -> TransitWindow.UNMATCHED.dueAt(key.hour) <= watermark, (key, sums) -> {
            if (sums[0] != 0 || sums[1] != 0) {
                String[] tags = {code(key.city)};
                sink.accept(new WindowPart(TransitWindow.UNMATCHED, tags, key.hour, sums, null, null));
            }
        });
    }

    private static String code(int city) {
        String digits = Integer.toString(city);
        return "0".repeat(6 - digits.length()) + digits;
    }

    /** Zones need a calendar, but most taps fall into the hour of the tap before them. */
    private long hourOf(long moment) {
        if (moment < hourStart || moment >= hourStart + BusinessTime.HOUR) {
            hourStart = time.startOfHour(moment);
        }
        return hourStart;
    }
}
