package org.tongcheng.delivery.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.delivery.FakeAlertmanager;
import org.tongcheng.plumbing.job.SettingsException;

class AlertmanagerClientTest {

    private static final List<AlertPost> POST =
            List.of(new AlertPost(Map.of("alertname", "x"), Map.of("title_zh", "半个\uD83D字"), 0, 1));
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeAlertmanager server = new FakeAlertmanager();
    private final AlertmanagerClient client = new AlertmanagerClient(server.settings());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void postsToTheApiOfVersionTwo() throws Exception {
        assertThat(client.post(POST)).isEqualTo(new Answer(200, "", -1));

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method() + ' ' + asked.path()).isEqualTo("POST /api/v2/alerts");
            assertThat(asked.authorization()).isEmpty();
            assertThat(asked.body()).contains("半个?字");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/under/here", "/under/here/"})
    void keepsThePathOfTheAddress(String path) throws Exception {
        new AlertmanagerClient(settings(server.url() + path, null, null, null)).post(POST);

        assertThat(server.asked()).singleElement().satisfies(asked -> assertThat(asked.path())
                .isEqualTo("/under/here/api/v2/alerts"));
    }

    @Test
    void bringsItsCredentials() throws Exception {
        new AlertmanagerClient(settings(server.url(), "us", "er", null)).post(POST);
        new AlertmanagerClient(settings(server.url(), null, null, "secret")).post(POST);

        assertThat(server.asked())
                .extracting(FakeAlertmanager.Asked::authorization)
                .containsExactly("Basic dXM6ZXI=", "Bearer secret");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "' 7 ', 7", "'Wed, 21 Oct 2026 07:28:00 GMT', -1"})
    void readsHowLongToWait(String header, long seconds) throws Exception {
        server.first(503).retryAfter(header).saying("  over\n  there " + "x".repeat(500));

        Answer answer = client.post(POST);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).isEqualTo(seconds);
        assertThat(answer.message()).startsWith("over there xxx").hasSize(200);
    }

    @Test
    void doesNotFollowToAnotherPlace() throws Exception {
        server.first(307);

        assertThat(client.post(POST).policy()).isEqualTo(DeliveryPolicy.FAIL);
    }

    @ParameterizedTest
    @ValueSource(ints = {FakeAlertmanager.BREAKS, FakeAlertmanager.HANGS})
    void waitsNoLongerThanItsPatience(int behaviour) throws Exception {
        server.first(behaviour);

        Answer answer = new AlertmanagerClient(settings(server.url(), null, null, null)).post(POST);
        assertThat(answer.policy()).isEqualTo(DeliveryPolicy.RETRY);
        assertThat(answer.message()).isNotEmpty();
        assertThat(client.post(POST).policy()).isEqualTo(DeliveryPolicy.DONE);
    }

    @Test
    void takesNobodyThereForAPassingFault() throws Exception {
        server.close();

        assertThat(client.post(POST).policy()).isEqualTo(DeliveryPolicy.RETRY);
        assertThatCode(client::check).doesNotThrowAnyException();
    }

    @Test
    void asksForTheStatusAtTheStart() {
        assertThatCode(client::check).doesNotThrowAnyException();

        assertThat(server.asked()).singleElement().satisfies(asked -> assertThat(asked.method() + ' ' + asked.path())
                .isEqualTo("GET /api/v2/status"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, ALERTMANAGER_PASSWORD, ALERTMANAGER_TOKEN",
        "403, --alertmanager-username, ALERTMANAGER_TOKEN",
        "404, --alertmanager-url, /api/v2",
        "301, --alertmanager-url, 301"
    })
    void namesTheSettingToChange(int status, String setting, String other) {
        server.first(status);

        assertThatThrownBy(client::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(server.url())
                .hasMessageContaining(setting)
                .hasMessageContaining(other);
    }

    private static AlertmanagerSettings settings(String url, String username, String password, String token) {
        return new AlertmanagerSettings(url, SHORT, username, password, token);
    }
}
