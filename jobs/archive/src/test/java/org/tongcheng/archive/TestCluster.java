package org.tongcheng.archive;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** A small Flink cluster for a class of tests. */
public final class TestCluster {

    private static final int SLOTS = 4;

    private TestCluster() {}

    public static MiniClusterExtension start() {
        return new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                .setNumberTaskManagers(1)
                .setNumberSlotsPerTaskManager(SLOTS)
                .build());
    }
}
