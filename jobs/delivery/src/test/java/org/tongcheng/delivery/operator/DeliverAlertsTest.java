package org.tongcheng.delivery.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.delivery.Alerts.MINUTE;
import static org.tongcheng.delivery.Alerts.ended;
import static org.tongcheng.delivery.Alerts.firing;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.delivery.FakeAlertmanager;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.plumbing.job.SettingsException;

class DeliverAlertsTest {

    private final FakeAlertmanager server = new FakeAlertmanager();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void postsEachTransitionAtOnceAndForgetsAfterTheEnd() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), firing("a", 1, Severity.YELLOW));
            operator.feed(ended("a", 2, AlertState.RESOLVED));

            assertThat(operator.taken())
                    .containsExactly(
                            List.of("a blue firing"),
                            List.of("a blue ended", "a yellow firing"),
                            List.of("a yellow ended"));
            assertThat(operator.receipts())
                    .extracting(receipt -> receipt.alertId()
                            + ' '
                            + receipt.sequence()
                            + ' '
                            + receipt.ended()
                            + ' '
                            + (receipt.acceptedAt() == operator.now()))
                    .containsExactly("a 0 false true", "a 1 false true", "a 2 true true");
            operator.pass(10 * MINUTE);
            assertThat(operator.remembered()).isZero();
            assertThat(server.asked())
                    .as("and whether Alertmanager was restarted")
                    .hasSize(4);
        }
    }

    @Test
    void postsAgainWhileItFires() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), firing("b", 0, Severity.RED));
            operator.pass(10 * MINUTE);
            operator.feed(ended("a", 1, AlertState.RETRACTED));

            assertThat(operator.taken())
                    .filteredOn(post -> post.equals(List.of("a blue firing")))
                    .hasSizeBetween(10, 12);
            assertThat(server.taken().get(19).alerts()).allSatisfy(alert -> {
                assertThat(alert.startsAt()).isEqualTo(OperatorUnderTest.START);
                assertThat(alert.endsAt()).isGreaterThan(operator.now() + 13 * MINUTE);
            });
            assertThat(operator.receipts()).hasSize(3);
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).as("b's state and timer").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RECOVERING", "NO_DATA", "MUTED"})
    void goesOnFiringWhileItIsSuspended(AlertState state) throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.ORANGE), ended("a", 1, state));
            assertThat(server.asked()).hasSize(1);
            operator.pass(2 * MINUTE);

            assertThat(operator.taken()).hasSizeBetween(2, 4).containsOnly(List.of("a orange firing"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FIRING", mode = EnumSource.Mode.EXCLUDE)
    void startsNothingButWithAFiringAlert(AlertState state) throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(ended("a", 0, state));
            operator.pass(5 * MINUTE);

            assertThat(server.asked()).isEmpty();
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void deliversNothingOfAReplay() throws Exception {
        long later = OperatorUnderTest.START + 3 * 1_440 * MINUTE;
        try (OperatorUnderTest operator = new OperatorUnderTest(server, later, null)) {
            operator.feed(firing("a", 0, Severity.RED), ended("a", 1, AlertState.RESOLVED));

            assertThat(server.asked()).isEmpty();
            assertThat(operator.remembered()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, FakeAlertmanager.BREAKS, FakeAlertmanager.HANGS})
    void triesAgainAfterAPassingFault(int status) throws Exception {
        server.first(status, status);
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE));
            assertThat(operator.receipts()).isEmpty();
            operator.pass(10_000);

            assertThat(operator.taken()).containsExactly(List.of("a blue firing"));
            assertThat(operator.receipts()).hasSize(1);
            assertThat(operator.refused()).isEmpty();
        }
    }

    @Test
    void waitsForAsLongAsItIsAskedTo() throws Exception {
        server.first(429).retryAfter("120");
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE));
            operator.pass(119_000);
            assertThat(server.asked()).hasSize(1);
            operator.pass(2_000);

            assertThat(operator.taken()).containsExactly(List.of("a blue firing"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void refusesTheAlertAtFaultAndGoesOnWithTheOthers(int status) throws Exception {
        server.always(asked -> asked.body().contains("\"bad\"") ? status : 200)
                .saying("start time must be before end time");
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), firing("bad", 0, Severity.BLUE), firing("b", 0, Severity.RED));

            assertThat(operator.taken()).containsExactly(List.of("a blue firing"), List.of("b red firing"));
            assertThat(operator.refused()).singleElement().satisfies(letter -> {
                assertThat(letter.feed()).isEqualTo("alerts");
                assertThat(letter.reason()).isEqualTo(RejectionReason.STORE_REFUSED);
                assertThat(letter.detail())
                        .isEqualTo("Alertmanager answered " + status + ": start time must be before end time");
                assertThat(letter.payload()).contains("\"alert_id\":\"bad\"");
            });
            operator.feed(ended("a", 1, AlertState.RESOLVED), ended("b", 1, AlertState.RESOLVED));
            operator.pass(3 * MINUTE);
            assertThat(operator.remembered()).isZero();
        }
    }

    @Test
    void endsTheFormerSeverityThoughTheNewOneIsRefused() throws Exception {
        server.always(asked -> asked.body().contains("\"yellow\"")
                        && !asked.body().contains("superseded_by\":\"x")
                        && asked.body().contains("\"severity\":\"yellow\"")
                ? 400
                : 200);
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE), firing("a", 1, Severity.YELLOW));

            assertThat(operator.taken()).containsExactly(List.of("a blue firing"), List.of("a blue ended"));
            assertThat(operator.refused()).hasSize(1);
            assertThat(operator.remembered()).isZero();
            operator.feed(firing("a", 2, Severity.ORANGE));
            assertThat(operator.taken()).endsWith(List.of("a orange firing"));
        }
    }

    @Test
    void triesAllAgainWhenItFailsBetweenTheParts() throws Exception {
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            operator.feed(firing("a", 0, Severity.BLUE));
            server.first(400, 200, 503);
            operator.feed(firing("a", 1, Severity.YELLOW));
            operator.pass(5_000);

            assertThat(operator.taken()).endsWith(List.of("a blue ended", "a yellow firing"));
            assertThat(operator.refused()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"401, ALERTMANAGER_PASSWORD", "403, ALERTMANAGER_TOKEN", "404, --alertmanager-url"})
    void failsWithTheSettingToChange(int status, String setting) throws Exception {
        server.first(status);
        try (OperatorUnderTest operator = new OperatorUnderTest(server)) {
            assertThatThrownBy(() -> operator.feed(firing("a", 0, Severity.BLUE)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(setting)
                    .hasMessageContaining("(" + status + ")");
        }
    }
}
