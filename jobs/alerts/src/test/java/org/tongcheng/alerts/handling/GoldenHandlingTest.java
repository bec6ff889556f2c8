package org.tongcheng.alerts.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.Told.did;
import static org.tongcheng.alerts.Told.said;

import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.testkit.GoldenFiles;

/** A savepoint of version 1 of the handling of alerts is read, and it goes on where it stopped. */
public final class GoldenHandlingTest {

    /** An alert that was acknowledged and remarked on. */
    public static OperatorSubtaskState state() throws Exception {
        try (HandlingHarness alerts = new HandlingHarness(null)) {
            alerts.say(said(1, AlertState.FIRING, 2));
            alerts.act(did(1, ActionKind.ACK, 3, ""), did(1, ActionKind.COMMENT, 4, "看过了"));
            return alerts.snapshot();
        }
    }

    @Test
    void anAcknowledgedAlertGoesOn() throws Exception {
        OperatorSubtaskState state =
                Objects.requireNonNull(GoldenFiles.states("v1").get(HandlingTopology.HANDLING_UID));
        try (HandlingHarness alerts = new HandlingHarness(state)) {
            alerts.say(said(1, AlertState.RESOLVED, 5));
            AlertTransition last = alerts.last();
            AlertHandling handling = Objects.requireNonNull(last.handling());
            assertThat(last.sequence()).isEqualTo(3);
            assertThat(handling.status()).isEqualTo(HandlingStatus.ACKNOWLEDGED);
            assertThat(handling.comments()).isEqualTo(1);
        }
    }
}
