package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void closesInReverseOrderAndGoesOnAfterAFailure() {
        try (Cleanup cleanup = new Cleanup()) {
            cleanup.own(() -> closed.add("first"));
            cleanup.own(() -> {
                throw new IllegalStateException("cannot be closed");
            });
            cleanup.own(() -> closed.add("last"));
            assertThat(cleanup.closing()).isFalse();
        }

        assertThat(closed).containsExactly("last", "first");
    }

    @Test
    void closesEachPartOnce() {
        Cleanup cleanup = new Cleanup();
        cleanup.own(() -> closed.add("only"));
        cleanup.close();
        cleanup.close();

        assertThat(closed).containsExactly("only");
        assertThat(cleanup.closing()).isTrue();
    }
}
