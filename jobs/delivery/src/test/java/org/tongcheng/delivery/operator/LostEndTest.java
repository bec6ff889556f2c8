package org.tongcheng.delivery.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.delivery.Alerts.MINUTE;
import static org.tongcheng.delivery.Alerts.ended;
import static org.tongcheng.delivery.Alerts.firing;
import static org.tongcheng.delivery.Alerts.numbered;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.delivery.FakeAlertmanager;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.Severity;

/** An end that Alertmanager took and then forgot; and alerts that are issued anew. */
class LostEndTest {

    private static final List<String> FIRES = List.of("a blue firing");
    private static final List<String> ENDS = List.of("a blue ended");

    private final FakeAlertmanager server = new FakeAlertmanager();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isToldAgainToAnAlertmanagerThatWasRestarted() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), ended("a", 1, AlertState.RESOLVED));
            runsSince(operator.now() + 20_000);
            operator.pass(10 * MINUTE);

            assertThat(posts(operator)).containsExactly(FIRES, ENDS, ENDS);
            assertThat(operator.receipts()).hasSize(2);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void isToldOnceToOneThatGoesOn() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            runsSince(operator.now() - 10 * MINUTE);
            operator.feed(firing("a", 0, Severity.BLUE), ended("a", 1, AlertState.RESOLVED));
            operator.pass(10 * MINUTE);

            assertThat(posts(operator)).containsExactly(FIRES, ENDS);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void waitsForOneThatIsAway() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), ended("a", 1, AlertState.RESOLVED));
            server.always(asked -> 503);
            runsSince(operator.now() + 50 * MINUTE);
            operator.pass(60 * MINUTE);
            assertThat(posts(operator)).hasSize(2);
            server.always(asked -> 200);
            operator.pass(5 * MINUTE);

            assertThat(posts(operator)).hasSize(3).endsWith(ENDS);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void doesNotKeepTheAlertFromFiringAgain() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), ended("a", 1, AlertState.RESOLVED));
            operator.feed(firing("a", 2, Severity.BLUE));
            operator.pass(MINUTE);

            assertThat(posts(operator)).startsWith(FIRES, ENDS, FIRES).endsWith(FIRES);
        }
    }

    /** The job before began without its state and counts from 0 again. */
    @Test
    void anAlertThatIsIssuedAnewEnds() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), firing("a", 4, Severity.BLUE));
            operator.feed(firing("a", 0, Severity.BLUE));
            assertThat(posts(operator)).as("known").hasSize(2);
            operator.feed(numbered(1, ended("a", 5, AlertState.RESOLVED)));

            assertThat(posts(operator)).endsWith(ENDS);
        }
    }

    private static List<List<String>> posts(OperatorUnderTest operator) {
        return operator.taken().stream().filter(post -> !post.isEmpty()).toList();
    }

    private void runsSince(long moment) {
        server.saying("{\"uptime\":\"" + Instant.ofEpochMilli(moment) + "\",\"versionInfo\":{}}");
    }
}
