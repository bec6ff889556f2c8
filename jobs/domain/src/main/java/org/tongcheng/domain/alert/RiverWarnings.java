package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Propagation down a river: early warnings of one section from the readings of those above it. A warning is confirmed by
 * the section's own first reading after it that exceeds; dismissed by its first one at or after the expected arrival that
 * does not; and expires {@code tolerance_hours} after the expected arrival. There is no warning of what is there already:
 * while the section's own latest reading exceeds. Missing readings and those under maintenance count for nothing.
 *
 * @param rule on river propagation
 * @param own readings of the warned section, in order of time
 */
public record RiverWarnings(AlertRule rule, List<Reading> own) {

    /** How long after the expected arrival a warning expires. */
    public static long toleranceMillis(AlertRule rule) {
        return rule.setting("tolerance_hours").longValue() * BusinessTime.HOUR;
    }

    /**
     * All warnings of the section, in order of time.
     *
     * @param upstream readings of the sections above, in order of time, by the way from there
     * @param now nothing expires later
     */
    public List<EarlyWarning> warnings(Map<RiverReach, List<Reading>> upstream, long now) {
        List<EarlyWarning> warnings = new ArrayList<>();
        upstream.forEach((way, readings) -> readings.forEach(reading -> {
            BigDecimal value = counting(reading);
            Severity severity = rule.raisedBy(value);
            if (value != null && severity != null && !exceedsAlready(reading.time())) {
                warnings.add(decided(way, value, severity, reading.time(), now));
            }
        }));
        warnings.sort(Comparator.comparingLong(EarlyWarning::at)
                .thenComparing(warning -> warning.way().fromId()));
        return warnings;
    }

    /**
     * Samples of the section: at each exceedance above and at each decision. Their evidence ends with the expected arrival.
     */
    public List<Sample> samples(Map<RiverReach, List<Reading>> upstream, long now) {
        List<EarlyWarning> warnings = warnings(upstream, now);
        TreeSet<Long> times = new TreeSet<>();
        for (EarlyWarning warning : warnings) {
            times.add(warning.at());
            if (warning.outcome() != null) {
                times.add(warning.decidedAt());
            }
        }
        return times.stream().map(time -> sample(time, warnings)).toList();
    }

    /** At a time at which one of the warnings is open or decided. */
    private static Sample sample(long time, List<EarlyWarning> warnings) {
        EarlyWarning worst = null;
        EarlyWarning decided = null;
        for (EarlyWarning warning : warnings) {
            boolean worse = worst == null || warning.severity().compareTo(worst.severity()) > 0;
            worst = warning.openAt(time) && worse ? warning : worst;
            decided = warning.decidedAt() == time ? warning : decided;
        }
        EarlyWarning told = worst == null ? Objects.requireNonNull(decided) : worst;
        List<Evidence> evidence = List.of(
                new Evidence(told.way().fromId(), told.at(), told.value()),
                new Evidence(told.way().toId(), told.expectedAt(), null));
        return worst == null
                ? new Sample(time, told.value(), null, false, evidence, told.outcome())
                : new Sample(time, told.value(), told.severity(), false, evidence, null);
    }

    private EarlyWarning decided(RiverReach way, BigDecimal value, Severity severity, long at, long now) {
        long expected = at + way.travelMillis();
        long expires = expected + toleranceMillis(rule);
        for (Reading reading : own) {
            BigDecimal found = counting(reading);
            if (found != null && reading.time() > at && reading.time() <= Math.min(expires, now)) {
                if (rule.raisedBy(found) != null) {
                    return new EarlyWarning(way, value, severity, at, EndReason.CONFIRMED, reading.time());
                }
                if (reading.time() >= expected) {
                    return new EarlyWarning(way, value, severity, at, EndReason.DISMISSED, reading.time());
                }
            }
        }
        return expires <= now
                ? new EarlyWarning(way, value, severity, at, EndReason.EXPIRED, expires)
                : new EarlyWarning(way, value, severity, at, null, Long.MAX_VALUE);
    }

    private boolean exceedsAlready(long time) {
        BigDecimal latest = null;
        for (Reading reading : own) {
            latest = reading.time() <= time && counting(reading) != null ? reading.value() : latest;
        }
        return rule.raisedBy(latest) != null;
    }

    private static @Nullable BigDecimal counting(Reading reading) {
        return reading.muted() ? null : reading.value();
    }
}
