package org.tongcheng.domain.alert;

import java.util.List;

/**
 * An alert as a fold over samples finds it.
 *
 * @param onset epoch milliseconds
 * @param changes in order, at least one. Where the alert began before the samples did, the first one tells how it stood
 *     then, dated at the onset
 */
public record AlertEpisode(long onset, List<AlertChange> changes) {

    public AlertChange last() {
        return changes.get(changes.size() - 1);
    }

    public boolean open() {
        return last().state().open();
    }

    /** When it ended; for one that has not, the end of time. */
    public long end() {
        return open() ? Long.MAX_VALUE : last().at();
    }
}
