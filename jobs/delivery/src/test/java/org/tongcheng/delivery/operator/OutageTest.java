package org.tongcheng.delivery.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.delivery.Alerts.MINUTE;
import static org.tongcheng.delivery.Alerts.ended;
import static org.tongcheng.delivery.Alerts.firing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.delivery.FakeAlertmanager;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.Severity;

/** Alertmanager is away, or the job is. */
class OutageTest {

    private static final int ALERTS = 200;

    private final FakeAlertmanager server = new FakeAlertmanager();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void losesAndRepeatsNothingInAnHour() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            for (int i = 0; i < ALERTS; i++) {
                operator.feed(firing("before" + i, 0, Severity.BLUE));
            }
            int taken = server.taken().size();
            server.always(asked -> 503);
            operator.feed(firing("first", 0, Severity.BLUE));
            operator.pass(30 * MINUTE);
            for (int i = 0; i < ALERTS; i++) {
                operator.feed(firing("during" + i, 0, Severity.RED), firing("escalated" + i, 0, Severity.BLUE));
                operator.feed(firing("escalated" + i, 1, Severity.YELLOW), firing("over" + i, 0, Severity.BLUE));
                operator.feed(ended("over" + i, 1, AlertState.RESOLVED));
                operator.feed(ended("before" + i, 1, AlertState.RESOLVED));
            }
            operator.pass(30 * MINUTE);

            assertThat(server.asked().size() - taken).as("one try a pause").isLessThan(150);
            server.always(asked -> 200);
            operator.pass(35_000);

            List<String> due = new ArrayList<>(List.of("first blue firing"));
            IntStream.range(0, ALERTS).forEach(i -> {
                due.add("before" + i + " blue ended");
                due.add("during" + i + " red firing");
                due.add("escalated" + i + " yellow firing");
            });
            assertThat(operator.taken().subList(taken, server.taken().size()))
                    .flatExtracting(post -> post)
                    .containsExactlyInAnyOrderElementsOf(due);
            assertThat(operator.receipts()).hasSize(ALERTS + due.size());
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).isEqualTo(2 * (1 + 2 * ALERTS));
        }
    }

    @Test
    void saysItAllTheSameToOneThatTakesWithoutAnswering() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            server.first(503);
            operator.feed(firing("a", 0, Severity.BLUE), firing("a", 1, Severity.YELLOW));
            operator.feed(ended("a", 2, AlertState.RESOLVED));
            operator.pass(5_000);

            assertThat(operator.taken()).containsExactly(List.of("a blue ended"));
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void goesOnAfterARestartWhileItFires() throws Exception {
        OperatorSubtaskState state;
        long now;
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            state = operator.feed(firing("a", 0, Severity.BLUE)).snapshot();
            now = operator.now();
        }
        try (OperatorUnderTest operator = new OperatorUnderTest(server, now + 5 * MINUTE, state)) {
            operator.pass(15_000);
            operator.feed(firing("a", 1, Severity.YELLOW), ended("a", 2, AlertState.RESOLVED));

            assertThat(operator.taken())
                    .containsExactly(
                            List.of("a blue firing"),
                            List.of("a blue firing"),
                            List.of("a blue ended", "a yellow firing"),
                            List.of("a yellow ended"));
            assertThat(server.taken().get(1).alerts())
                    .allSatisfy(alert -> assertThat(alert.startsAt()).isEqualTo(now));
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).isZero();
        }
    }

    /** The end was taken, but the checkpoint does not know it: it comes again before the alert could fire again. */
    @Test
    void doesNotFireAgainWhatEndedAfterTheCheckpoint() throws Exception {
        OperatorSubtaskState state;
        long now;
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            state = operator.feed(firing("a", 0, Severity.BLUE)).snapshot();
            operator.feed(ended("a", 1, AlertState.RESOLVED));
            now = operator.now();
        }
        try (OperatorUnderTest operator = new OperatorUnderTest(server, now + 5 * MINUTE, state)) {
            operator.pass(2_000);
            operator.feed(ended("a", 1, AlertState.RESOLVED));

            assertThat(operator.taken())
                    .containsExactly(List.of("a blue firing"), List.of("a blue ended"), List.of("a blue ended"));
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void keepsThroughARestartWhatAlertmanagerHasNotTaken() throws Exception {
        server.always(asked -> 503);
        OperatorSubtaskState state;
        long now;
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("tried", 0, Severity.BLUE), firing("waits", 0, Severity.RED));
            operator.feed(firing("ends", 0, Severity.BLUE), ended("tried", 1, AlertState.RETRACTED));
            state = operator.snapshot();
            now = operator.now();
        }
        server.always(asked -> 200);
        try (OperatorUnderTest operator = new OperatorUnderTest(server, now + MINUTE, state)) {
            operator.feed(ended("ends", 1, AlertState.RESOLVED));
            operator.pass(12_000);

            assertThat(operator.taken())
                    .containsExactlyInAnyOrder(List.of("tried blue ended"), List.of("waits red firing"));
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).isEqualTo(2);
        }
    }
}
