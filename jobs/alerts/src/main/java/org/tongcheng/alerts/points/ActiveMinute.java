package org.tongcheng.alerts.points;

import java.io.Serializable;

/**
 * A minute in which alerts began or ended.
 *
 * @param delta how many more began than ended
 * @param active how many went on at its end, as last issued
 * @param revision as last issued, -1 before that
 */
public record ActiveMinute(int delta, long active, int revision) implements Serializable {

    static final ActiveMinute NONE = new ActiveMinute(0, 0, -1);

    ActiveMinute with(int step) {
        return new ActiveMinute(delta + step, active, revision);
    }

    boolean shows(long count) {
        return revision >= 0 && active == count;
    }

    ActiveMinute issued(long count) {
        return new ActiveMinute(delta, count, revision + 1);
    }
}
