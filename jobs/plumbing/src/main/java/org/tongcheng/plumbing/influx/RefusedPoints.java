package org.tongcheng.plumbing.influx;

import java.io.Serializable;
import org.tongcheng.domain.feed.DeadLetter;

/** Where points go that the store will never take. Opened once a subtask. */
@FunctionalInterface
public interface RefusedPoints extends Serializable {

    Desk open();

    /** Takes dead letters until it is closed; returns when a letter is safe. */
    interface Desk extends AutoCloseable {
        void take(DeadLetter letter);

        @Override
        void close();
    }
}
