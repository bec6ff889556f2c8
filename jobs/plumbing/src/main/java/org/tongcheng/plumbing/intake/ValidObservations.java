package org.tongcheng.plumbing.intake;

import java.util.Iterator;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.ObservationIntake.SameContent;

/**
 * The valid observation of each time of a site, which is the key. It dies once the watermark is a day past the accepted
 * lateness, when the gate lets nothing of that time through any more. Timers are rounded up to days.
 */
public final class ValidObservations<T extends FeedRecord> {

    private final SameContent<T> same;
    private final long keptMillis;
    private final MapState<Long, T> valid;

    private ValidObservations(Feed feed, SameContent<T> same, MapState<Long, T> valid) {
        this.same = same;
        this.keptMillis = feed.lateness().toMillis() + BusinessTime.DAY;
        this.valid = valid;
    }

    public static <T extends FeedRecord> ValidObservations<T> of(
            Feed feed, TypeInformation<T> type, SameContent<T> same, RuntimeContext context) {
        return new ValidObservations<>(
                feed, same, context.getMapState(new MapStateDescriptor<>("valid", Types.LONG, type)));
    }

    /** Accepted, revised or a duplicate; the observation is the valid one of its time from now on. */
    public Verdict settle(T observation, TimerService timers) throws Exception {
        T before = valid.get(observation.eventTime());
        if (before != null && same.test(before, observation)) {
            return Verdict.DUPLICATE;
        }
        valid.put(observation.eventTime(), observation);
        timers.registerEventTimeTimer(deathOf(observation.eventTime()));
        return before == null ? Verdict.ACCEPTED : Verdict.REVISED;
    }

    /** To be called by each timer. */
    public void sweep(long now) throws Exception {
        for (Iterator<Long> times = valid.keys().iterator(); times.hasNext(); ) {
            if (deathOf(times.next()) <= now) {
                times.remove();
            }
        }
        if (valid.isEmpty()) {
            // An emptied map is an entry still.
            valid.clear();
        }
    }

    private long deathOf(long eventTime) {
        return Math.floorDiv(eventTime + keptMillis, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }
}
