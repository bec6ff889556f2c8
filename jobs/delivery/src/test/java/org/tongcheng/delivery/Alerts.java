package org.tongcheng.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Evidence;
import org.tongcheng.domain.alert.Severity;

/** Transitions of alerts on one station. */
public final class Alerts {

    public static final long ONSET = Instant.parse("2026-03-05T02:00:00Z").toEpochMilli();
    public static final long MINUTE = 60_000;
    public static final AlertEntity STATION =
            new AlertEntity(EntityKind.AIR_STATION, "1431A", "金泉两河", "Jinquan Lianghe", "510100");

    private Alerts() {}

    public static AlertTransition firing(String id, int sequence, Severity severity) {
        return of(id, sequence, AlertState.FIRING, severity, STATION);
    }

    public static AlertTransition ended(String id, int sequence, AlertState state) {
        return of(id, sequence, state, Severity.BLUE, STATION);
    }

    public static AlertTransition about(String measurement, AlertEntity entity) {
        AlertTransition any = of("a", 0, AlertState.FIRING, Severity.BLUE, entity);
        return new AlertTransition(
                "a",
                any.ruleId(),
                1,
                any.family(),
                any.joint(),
                measurement,
                any.state(),
                any.severity(),
                entity,
                ONSET,
                null,
                ONSET,
                0,
                any.value(),
                any.threshold(),
                any.texts(),
                any.evidence(),
                0,
                null,
                null);
    }

    /** It came about as many minutes after the onset as its sequence says; its value is 100 more. */
    public static AlertTransition of(String id, int sequence, AlertState state, Severity severity, AlertEntity entity) {
        boolean open = state.open();
        BigDecimal value = state == AlertState.NO_DATA ? null : BigDecimal.valueOf(100 + sequence);
        return new AlertTransition(
                id,
                "air-pm2_5",
                3,
                "particles",
                "linkage/plain",
                "air_station_1h",
                state,
                severity,
                entity,
                ONSET,
                null,
                ONSET + sequence * MINUTE,
                sequence,
                value,
                new BigDecimal("75.0"),
                new AlertTexts(
                        severity.nameZh() + "预警" + state.nameZh(),
                        severity.nameEn() + " warning " + state.nameEn(),
                        "细颗粒物 " + value,
                        "PM2.5 " + value),
                List.of(new Evidence(entity.id(), ONSET, value)),
                0,
                open ? null : state == AlertState.RETRACTED ? EndReason.DATA_CORRECTED : EndReason.CLEARED,
                null);
    }

    /** The same under another number, as a job gives it that began without its state. */
    public static AlertTransition numbered(int sequence, AlertTransition any) {
        return new AlertTransition(
                any.alertId(),
                any.ruleId(),
                any.ruleVersion(),
                any.family(),
                any.joint(),
                any.measurement(),
                any.state(),
                any.severity(),
                any.entity(),
                any.onset(),
                any.correctedOnset(),
                any.at(),
                sequence,
                any.value(),
                any.threshold(),
                any.texts(),
                any.evidence(),
                any.flaps(),
                any.endReason(),
                any.handling());
    }

    /** Somebody acknowledged it: a record that no value decided. */
    public static AlertTransition touched(String id, int sequence, Severity severity) {
        AlertTransition firing = firing(id, sequence, severity);
        return new AlertTransition(
                id,
                firing.ruleId(),
                3,
                firing.family(),
                firing.joint(),
                firing.measurement(),
                firing.state(),
                severity,
                STATION,
                ONSET,
                null,
                firing.at(),
                sequence,
                null,
                null,
                new AlertTexts("-", "-", "-", "-"),
                List.of(),
                0,
                null,
                null);
    }
}
