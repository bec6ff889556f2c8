package org.tongcheng.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Evidence;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.domain.alert.RuleInput;
import org.tongcheng.domain.alert.Severity;

/** Transitions and actions of every kind; their numbers are without trailing zeros. */
final class RandomAlerts {

    private static final List<AlertState> ISSUED = List.of(
            AlertState.FIRING,
            AlertState.RECOVERING,
            AlertState.RESOLVED,
            AlertState.RETRACTED,
            AlertState.NO_DATA,
            AlertState.MUTED);

    private static final String[] MEASUREMENTS = RuleInput.measurements().toArray(String[]::new);

    private static final String[] FAMILIES = {"rule-1", "family-1", "family-2"};

    private final Random random;

    RandomAlerts(Random random) {
        this.random = random;
    }

    AlertTransition next() {
        String alertId = hex();
        AlertState state = ISSUED.get(random.nextInt(ISSUED.size()));
        long onset = time();
        return new AlertTransition(
                alertId,
                "rule-" + random.nextInt(100),
                1 + random.nextInt(9),
                any(FAMILIES),
                random.nextBoolean() ? "" : "joint/" + random.nextInt(9),
                any(MEASUREMENTS),
                state,
                any(Severity.values()),
                entity(),
                onset,
                random.nextInt(4) == 0 ? time() : null,
                time(),
                random.nextInt(50),
                number(),
                number(),
                new AlertTexts(text(1), text(1), text(1), text(1)),
                evidence(),
                random.nextInt(4),
                state.open() ? null : any(EndReason.values()),
                random.nextBoolean() ? null : handling(alertId, onset));
    }

    static AlertTransition withValue(AlertTransition alert, @Nullable BigDecimal value) {
        return new AlertTransition(
                alert.alertId(),
                alert.ruleId(),
                alert.ruleVersion(),
                alert.family(),
                alert.joint(),
                alert.measurement(),
                alert.state(),
                alert.severity(),
                alert.entity(),
                alert.onset(),
                alert.correctedOnset(),
                alert.at(),
                alert.sequence(),
                value,
                alert.threshold(),
                alert.texts(),
                alert.evidence(),
                alert.flaps(),
                alert.endReason(),
                alert.handling());
    }

    AlertAction action(String alertId) {
        ActionKind kind = any(ActionKind.values());
        boolean mayBeSilent = kind == ActionKind.ACK || kind == ActionKind.RECTIFIED;
        return new AlertAction(alertId, kind, text(1), time(), text(mayBeSilent ? 0 : 1));
    }

    String hex() {
        return String.format("%032x", new BigInteger(128, random));
    }

    private AlertEntity entity() {
        EntityKind kind = any(EntityKind.values());
        String id = kind == EntityKind.TOKEN ? "hk" + random.nextInt(12) + ":" + hex() : text(1);
        String city = random.nextBoolean() ? "" : String.valueOf(510_000 + random.nextInt(9999));
        return new AlertEntity(kind, id, text(0), text(0), city);
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            evidence.add(new Evidence(text(1), time(), number()));
        }
        return evidence;
    }

    private AlertHandling handling(String alertId, long onset) {
        return new AlertHandling(
                onset,
                any(HandlingStatus.values()),
                random.nextBoolean() ? null : text(1),
                random.nextBoolean() ? null : time(),
                random.nextInt(3),
                random.nextBoolean() ? null : action(alertId));
    }

    private @Nullable BigDecimal number() {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, random.nextInt(8));
        return random.nextInt(4) == 0 ? null : plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** Whole seconds and parts of one, from 1970 to 2199. */
    private long time() {
        long second = (long) (random.nextDouble() * 7_258_118_399L);
        return second * 1000 + (random.nextBoolean() ? 0 : random.nextInt(1000));
    }

    /** Letters of any length in bytes, signs that JSON escapes, but no digits. */
    private String text(int shortest) {
        StringBuilder text = new StringBuilder();
        for (int i = shortest + random.nextInt(8); i > 0; i--) {
            text.append(any(new String[] {"a", "Z", "沱", "江", "\"", "\\", "\n", "\u0000", "é", "🚇", "，", "{", "'"}));
        }
        return text.isEmpty() || !text.toString().isBlank() ? text.toString() : "x";
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
