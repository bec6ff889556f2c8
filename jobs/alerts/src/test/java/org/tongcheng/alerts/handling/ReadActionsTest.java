package org.tongcheng.alerts.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.Told.id;

import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.RejectionReason;

final class ReadActionsTest {

    private static final long ARRIVED = 1_772_676_000_000L;

    private static RawAction raw(String text) {
        return new RawAction(text.getBytes(StandardCharsets.UTF_8), "alert.actions", 1, 5, ARRIVED);
    }

    @Test
    void readsActionsAndRefusesTheRest() throws Exception {
        try (OneInputStreamOperatorTestHarness<RawAction, ReceivedAction> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new ReadActions())) {
            String action = "{\"schema_version\":\"alert_action/1\",\"alert_id\":\"" + id(255)
                    + "\",\"action\":\"ack\",\"actor\":\"王芳\",\"at\":\"2026-03-05T09:00:00+08:00\"}";
            harness.processElement(raw(action), 0);
            harness.processElement(raw("{"), 0);

            assertThat(harness.extractOutputValues()).singleElement().satisfies(received -> {
                assertThat(received.alertId()).isEqualTo(id(255));
                assertThat(received.payload()).isEqualTo(action);
                assertThat(received.offset()).isEqualTo(5);
            });
            assertThat(harness.getSideOutput(ReadActions.UNREADABLE))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.getValue().reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
                        assertThat(letter.getValue().recordTimestamp()).isEqualTo(ARRIVED);
                        assertThat(letter.getValue().topic()).isEqualTo("alert.actions");
                    });
        }
    }
}
