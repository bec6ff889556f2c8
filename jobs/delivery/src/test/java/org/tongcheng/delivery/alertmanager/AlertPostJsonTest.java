package org.tongcheng.delivery.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPostJsonTest {

    @Test
    void isWhatTheApiAsksFor() {
        AlertPost post = new AlertPost(
                Map.of("severity", "blue", "alertname", "air-pm2_5"), Map.of("title_zh", "细颗粒物\"高\""), 0, 1_500);

        assertThat(AlertPostJson.of(List.of(post, post))).isEqualTo("[" + expected() + "," + expected() + "]");
        assertThat(AlertPostJson.of(List.of())).isEqualTo("[]");
    }

    private static String expected() {
        return "{\"labels\":{\"alertname\":\"air-pm2_5\",\"severity\":\"blue\"},"
                + "\"annotations\":{\"title_zh\":\"细颗粒物\\\"高\\\"\"},"
                + "\"startsAt\":\"1970-01-01T00:00:00Z\",\"endsAt\":\"1970-01-01T00:00:01.500Z\"}";
    }
}
