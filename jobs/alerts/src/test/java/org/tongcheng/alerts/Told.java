package org.tongcheng.alerts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Evidence;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.wire.ResultCodec;

/** Transitions and actions, told in hours after a midnight. */
public final class Told {

    public static final BusinessTime TIME = new BusinessTime(ShanghaiTime.ZONE);
    public static final long MIDNIGHT = ShanghaiTime.at("2026-03-05T00:00");

    private Told() {}

    public static long hour(double hour) {
        return MIDNIGHT + (long) (hour * BusinessTime.HOUR);
    }

    /** Of the form that the topic asks for. */
    public static String id(int number) {
        return String.format("%032x", number);
    }

    /** The onset is one o'clock; the sequence is of no importance. */
    public static AlertTransition said(int alert, AlertState state, double hour) {
        return said(alert, "510100", state, Severity.YELLOW, hour);
    }

    public static AlertTransition said(int alert, String city, AlertState state, Severity severity, double hour) {
        return new AlertTransition(
                id(alert),
                "air-aqi",
                1,
                "air-aqi",
                "",
                "air_city_1h",
                state,
                severity,
                new AlertEntity(city.isEmpty() ? EntityKind.GROUP : EntityKind.CITY, "e", "某市", "A city", city),
                hour(1),
                null,
                hour(hour),
                7,
                new BigDecimal("163.50"),
                new BigDecimal("150"),
                new AlertTexts("标题", "title", "文字", "text"),
                List.of(new Evidence("510100", hour(1), null)),
                0,
                state.open() ? null : EndReason.CLEARED,
                null);
    }

    public static ArrivedAction did(int alert, ActionKind kind, double hour, String text) {
        AlertAction action = new AlertAction(id(alert), kind, "王芳", hour(hour), text);
        return new ArrivedAction(action, "{}", "utf8", "alert.actions", 2, 12, hour(hour) + 1000);
    }

    /** Whether a point is one of the contract, as everybody else would read it. */
    public static boolean inContract(Result point) {
        byte[] written = ResultCodec.encode(point, ShanghaiTime.ZONE);
        return point.equals(ResultCodec.decode(written).value())
                && new String(written, StandardCharsets.UTF_8).startsWith("{\"measurement\":\"alert");
    }
}
