package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.reference.RegionBundle;

/** Which region is in force after a restart, and whether somebody has to be told. */
final class ControlStateTest {

    private static final RegionBundle ONE = SmallCity.with(SmallCity.stationRule(1));
    private static final RegionBundle OTHER = SmallCity.with(SmallCity.stationRule(2));

    private final OperatorStateBackend backend;
    private final BroadcastState<String, byte[]> reference;

    ControlStateTest() throws Exception {
        backend = new DefaultOperatorStateBackendBuilder(
                        ControlStateTest.class.getClassLoader(),
                        new ExecutionConfig(),
                        false,
                        List.of(),
                        new CloseableRegistry())
                .build();
        reference = backend.getBroadcastState(ControlState.REFERENCE);
    }

    @AfterEach
    void close() throws Exception {
        backend.close();
    }

    @Test
    void aFirstStartAndTheSameAgainNeedNoWord() throws Exception {
        assertThat(ControlState.startOnce(reference, ONE)).isFalse();
        assertThat(ControlState.startOnce(reference, ONE)).isFalse();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aChangedDirectoryIsToldOnceAndNotTaken() throws Exception {
        ControlState.startOnce(reference, ONE);
        assertThat(ControlState.startOnce(reference, OTHER)).isTrue();
        assertThat(version()).isEqualTo(1);
        assertThat(ControlState.startOnce(reference, OTHER)).isFalse();
    }

    @Test
    void aDirectoryThatWasPublishedNeedsNoWord() throws Exception {
        ControlState.startOnce(reference, ONE);
        new ControlState().replace(reference, OTHER, RegionRules.of(OTHER));
        assertThat(version()).isEqualTo(2);
        assertThat(ControlState.startOnce(reference, OTHER)).isFalse();
        // Nor does the one that it was started with, though another was published since.
        ControlState.startOnce(reference, ONE);
        assertThat(ControlState.startOnce(reference, ONE)).isFalse();
        assertThat(version()).isEqualTo(2);
    }

    private int version() throws Exception {
        return new ControlState()
                .rules(reference)
                .watch("air_station_1h")
                .rules()
                .get(0)
                .version();
    }
}
