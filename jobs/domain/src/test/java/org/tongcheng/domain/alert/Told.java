package org.tongcheng.domain.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/** Records of one alert, told in hours after midnight. */
final class Told {

    static final long MIDNIGHT = 1_772_380_800_000L;

    private Told() {}

    static long hour(double hour) {
        return MIDNIGHT + (long) (hour * BusinessTime.HOUR);
    }

    /** Its onset is one o'clock. */
    static AlertTransition told(AlertState state, double hour) {
        return told(state, Severity.YELLOW, hour, null);
    }

    static AlertTransition told(AlertState state, Severity severity, double hour, @Nullable AlertHandling handling) {
        return new AlertTransition(
                "0123456789abcdef0123456789abcdef",
                "air-rule",
                1,
                "air-rule",
                "",
                "air_city_1h",
                state,
                severity,
                new AlertEntity(EntityKind.CITY, "510100", "成都市", "Chengdu", "510100"),
                hour(1),
                null,
                hour(hour),
                99,
                null,
                null,
                new AlertTexts("a", "b", "c", "d"),
                List.of(),
                0,
                state.open() ? null : EndReason.CLEARED,
                handling);
    }

    static AlertAction did(ActionKind kind, double hour) {
        return new AlertAction("0123456789abcdef0123456789abcdef", kind, "王芳", hour(hour), "");
    }

    static AlertHandling handled(HandlingStatus status, ActionKind last, double hour) {
        return new AlertHandling(hour(1), status, null, null, 0, did(last, hour));
    }
}
