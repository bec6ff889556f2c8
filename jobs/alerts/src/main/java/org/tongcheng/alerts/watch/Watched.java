package org.tongcheng.alerts.watch;

import java.util.List;
import java.util.Set;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.time.BusinessTime;

/** One rule on one entity, judged by several series or by the absence of one. */
public interface Watched {

    /** How far it is judged. */
    enum Pace {
        /** As far as the points of its measurement have come, or as the clock says. */
        SILENCE,
        /** As far as the points of its measurement have come. */
        EVENTS,
        /** As far as all parts have come, or were waited for. */
        PARTS
    }

    /** Where members are kept. */
    @FunctionalInterface
    interface Members {

        /** What is kept of an entity's series; {@link GroupMember#NONE} when nothing is. */
        GroupMember of(String measurement, String id) throws Exception;
    }

    /**
     * What it is judged by.
     *
     * @param time how far its measurement has come
     * @param begun when the rule came, or the entity; {@link org.tongcheng.domain.alert.AlertMemory#NEVER} for those from
     *     the beginning
     */
    record View(Members members, GroupTime time, long begun, BusinessTime zone) {}

    AlertRule rule();

    /** Id of the entity. */
    String id();

    AlertEntity entity(Entities entities, long time);

    Pace pace();

    /** Names of readings of a member that decide it; none when the member is no matter. */
    Set<String> reads(String measurement, String memberId);

    /**
     * Samples in order of time. Each depends only on readings up to its time.
     *
     * @param from first time, epoch milliseconds
     * @param to last time
     */
    List<Sample> between(long from, long to, View view) throws Exception;
}
