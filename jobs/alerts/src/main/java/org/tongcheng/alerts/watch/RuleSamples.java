package org.tongcheng.alerts.watch;

import java.util.ArrayList;
import java.util.List;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.alert.SeriesSamples;
import org.tongcheng.domain.alert.SlotHistory;
import org.tongcheng.domain.alert.SurgeSamples;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Samples of one rule over the kept readings of one series.
 *
 * @param slots what was usual
 */
public record RuleSamples(
        SeriesWatch watch, AlertRule rule, String entityId, SeriesMemory memory, BusinessTime time, Slots slots) {

    /** Where the history of a field is kept. */
    @FunctionalInterface
    public interface Slots {

        /** @param slot as {@link SlotHistory#slotOf} counts them */
        SlotHistory of(String field, int slot) throws Exception;
    }

    /** The readings that the samples are of: those of the field, or its hours. */
    public List<Reading> series() {
        List<Reading> readings = memory.readings(rule.input().field());
        if (rule.kind() == RuleKind.AGGREGATE_SHARE) {
            Shares share = Shares.of(rule.input().field());
            return share == null ? readings : memory.readings(share.whole());
        }
        return watch.sumsHours(rule) ? HourSums.of(readings, memory.settledTo(), memory.hoursTo(), time) : readings;
    }

    /** The sample at the newest reading. */
    public Sample newest() throws Exception {
        List<Reading> series = series();
        return at(series, series.size() - 1);
    }

    /** Those at readings from a time on, before another. */
    public List<Sample> between(long from, long to) throws Exception {
        List<Reading> series = series();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            long at = series.get(i).time();
            if (at >= from && at < to) {
                samples.add(at(series, i));
            }
        }
        return samples;
    }

    private Sample at(List<Reading> series, int index) throws Exception {
        Reading reading = series.get(index);
        String field = rule.input().field();
        return switch (rule.kind()) {
            case SURGE ->
                SurgeSamples.at(rule, entityId, reading, slots.of(field, SlotHistory.slotOf(reading.time(), time)));
            case AGGREGATE_SHARE -> share(reading.time());
            default -> SeriesSamples.of(rule.kind()).at(rule, entityId, series, index);
        };
    }

    private Sample share(long at) {
        Shares share = Shares.of(rule.input().field());
        if (share == null) {
            throw new IllegalArgumentException(rule.input().field() + " is no share");
        }
        return share.sample(at, rule, entityId, field -> {
            Reading reading = memory.reading(field, at);
            return reading == null ? null : reading.value();
        });
    }
}
