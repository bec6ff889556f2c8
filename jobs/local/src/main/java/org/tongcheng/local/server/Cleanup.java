package org.tongcheng.local.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command has started, closed in reverse order at its end, whichever comes first: the end of a
 * try-with-resources block or the end of the process (Ctrl-C). One failure does not keep the rest from being closed.
 */
public final class Cleanup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "cleanup");
    private volatile boolean closing;

    public Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes over what must be closed. */
    public <T extends AutoCloseable> T own(T resource) {
        synchronized (owned) {
            owned.push(resource);
        }
        return resource;
    }

    /** Whether the end has begun: errors of parts that lose each other are then no news. */
    public boolean closing() {
        return closing;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            LOG.debug("the process is ending: its hook has closed everything");
        }
    }

    /** Whoever comes second waits here until the first has closed everything. */
    private void closeAll() {
        closing = true;
        synchronized (owned) {
            while (!owned.isEmpty()) {
                AutoCloseable resource = owned.pop();
                try {
                    resource.close();
                } catch (Exception e) {
                    LOG.warn("could not close {}", resource, e);
                }
            }
        }
    }
}
