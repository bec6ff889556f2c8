package org.tongcheng.alerts.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.alert.SilenceSamples;

/**
 * A rule on silence and one entity. What never was heard is silent from the start of its measurement, or from the day on
 * which it is registered, if that is later. At the end of its last day it is expected no more, and its alert ends. A
 * silence that began under maintenance is muted.
 *
 * @param spans when the registry expects it; empty for what is expected once it was heard
 */
record SilenceWatch(AlertRule rule, String id, Series series, List<Span> spans) implements Watched {

    @Override
    public AlertEntity entity(Entities entities, long time) {
        return entities.of(series, time);
    }

    @Override
    public Pace pace() {
        return Pace.SILENCE;
    }

    @Override
    public Set<String> reads(String measurement, String memberId) {
        boolean own = measurement.equals(rule.input().measurement()) && memberId.equals(id);
        return own ? Set.of(Heard.name(rule)) : Set.of();
    }

    @Override
    public List<Sample> between(long from, long to, View view) throws Exception {
        SeriesMemory memory = view.members().of(series.measurement(), id).memory();
        List<Sample> samples = new ArrayList<>();
        if (spans.isEmpty()) {
            List<Reading> heard = memory.readings(Heard.name(rule));
            if (!heard.isEmpty()) {
                add(samples, from, to, new Span(heard.get(0).time(), Long.MAX_VALUE), memory, view);
            }
        }
        for (Span span : spans) {
            long start = Math.max(span.from(), view.time().start());
            add(samples, from, to, new Span(start, span.to()), memory, view);
        }
        return samples;
    }

    private void add(List<Sample> samples, long from, long to, Span span, SeriesMemory memory, View view) {
        Deque<Long> heard = new ArrayDeque<>();
        long last = lastBefore(Math.max(from, span.from()), Math.min(to, span.to()), memory, heard);
        if (last < span.from()) {
            last = view.begun() > span.from() && (heard.isEmpty() || heard.getFirst() >= view.begun())
                    ? view.begun()
                    : span.from();
        }
        long until = Math.min(to, span.to() == Long.MAX_VALUE ? to : span.to() - 1);
        List<Long> looks = new ArrayList<>(rule.schedule().openings(Math.max(from, last), until, view.zone()));
        if (view.begun() > last && view.begun() <= until) {
            looks.add(view.begun());
        }
        for (Sample sample : SilenceSamples.upTo(until, rule, id, last, List.copyOf(heard), looks)) {
            if (sample.time() >= from) {
                Reading reading = memory.reading(
                        Heard.name(rule), sample.evidence().get(0).time());
                samples.add(reading != null && reading.muted() ? sample.asMuted() : sample);
            }
        }
        boolean ends = span.to() >= Math.max(from, span.from()) && span.to() <= to && !heard.contains(span.to());
        if (ends) {
            samples.add(SilenceSamples.at(span.to(), rule, id, span.to()));
        }
    }

    /**
     * Looks through what was heard, the newest first.
     *
     * @param heard receives the times within the span
     * @return when it was heard last before that
     */
    private long lastBefore(long from, long to, SeriesMemory memory, Deque<Long> heard) {
        List<Reading> readings = memory.readings(Heard.name(rule));
        for (int i = readings.size() - 1; i >= 0; i--) {
            Reading reading = readings.get(i);
            if (reading.value() != null && reading.time() <= to) {
                if (reading.time() < from) {
                    return reading.time();
                }
                heard.addFirst(reading.time());
            }
        }
        return AlertMemory.NEVER;
    }
}
