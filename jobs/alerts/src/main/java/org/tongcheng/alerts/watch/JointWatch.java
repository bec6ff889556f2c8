package org.tongcheng.alerts.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertGroup;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.JointSamples;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.alert.Severity;

/**
 * A joint rule and one of its groups.
 *
 * @param id of the group
 */
public record JointWatch(AlertRule rule, String id, AlertGroup group) implements Watched {

    @Override
    public AlertEntity entity(Entities entities, long time) {
        return new AlertEntity(EntityKind.GROUP, id, group.nameZh(), group.nameEn(), "");
    }

    @Override
    public Pace pace() {
        return Pace.PARTS;
    }

    @Override
    public Set<String> reads(String measurement, String memberId) {
        boolean member = measurement.equals(rule.input().measurement())
                && group.members().contains(memberId);
        return member ? Set.of(rule.input().field()) : Set.of();
    }

    @Override
    public List<Sample> between(long from, long to, View view) throws Exception {
        Map<String, SeriesMemory> memories = memories(view);
        List<Sample> samples = new ArrayList<>();
        for (long time : times(from, to, memories)) {
            samples.add(at(time, memories));
        }
        return samples;
    }

    /**
     * How far it can be judged: in order of time, each time when all members have reported or were waited for.
     *
     * @param before up to which it was judged
     * @param heldFrom when the first member reported that is held back itself
     * @return no earlier than {@code before}
     */
    public long readyTo(long before, long watermark, long heldFrom, View view) throws Exception {
        Map<String, SeriesMemory> memories = memories(view);
        long ready = before;
        for (long time : times(before + 1, Long.MAX_VALUE, memories)) {
            boolean whole = memories.values().stream().allMatch(member -> reading(member, time) != null);
            if (time >= heldFrom || (!whole && time + Points.PARTS_WAIT > watermark)) {
                return ready;
            }
            ready = time;
        }
        return ready;
    }

    /**
     * As {@link #readyTo}, where news must not wait: also to a time at which those who have reported are enough already.
     *
     * @param present severity that goes on; less than that is no news
     */
    public long urgentTo(long ready, @Nullable Severity present, View view) throws Exception {
        Map<String, SeriesMemory> memories = memories(view);
        long urgent = ready;
        for (long time : times(ready + 1, Long.MAX_VALUE, memories)) {
            Severity raised = rule.raisedBy(at(time, memories).value());
            if (raised != null && (present == null || raised.compareTo(present) >= 0)) {
                urgent = time;
            }
        }
        return urgent;
    }

    private Sample at(long time, Map<String, SeriesMemory> memories) {
        Map<String, Reading> readings = new HashMap<>();
        memories.forEach((member, memory) -> {
            Reading reading = reading(memory, time);
            if (reading != null) {
                readings.put(member, reading);
            }
        });
        return JointSamples.at(time, rule, group.members(), readings);
    }

    private @Nullable Reading reading(SeriesMemory memory, long time) {
        return memory.reading(rule.input().field(), time);
    }

    /** At which at least one member has reported. */
    private TreeSet<Long> times(long from, long to, Map<String, SeriesMemory> memories) {
        TreeSet<Long> times = new TreeSet<>();
        for (SeriesMemory memory : memories.values()) {
            List<Reading> readings = memory.readings(rule.input().field());
            for (int i = readings.size() - 1; i >= 0 && readings.get(i).time() >= from; i--) {
                if (readings.get(i).time() <= to) {
                    times.add(readings.get(i).time());
                }
            }
        }
        return times;
    }

    private Map<String, SeriesMemory> memories(View view) throws Exception {
        Map<String, SeriesMemory> memories = new HashMap<>();
        for (String member : group.members()) {
            memories.put(
                    member,
                    view.members().of(rule.input().measurement(), member).memory());
        }
        return memories;
    }
}
