package org.tongcheng.reference;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as rules spell them: a whole number and s, min, h or d. */
final class RuleDuration {

    private static final Pattern SPELLING = Pattern.compile("([0-9]{1,6})(s|min|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "s",
            Duration.ofSeconds(1),
            "min",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1),
            "d",
            Duration.ofDays(1));

    private RuleDuration() {}

    /** Milliseconds; -1 when it is spelled otherwise. */
    static long millis(String text) {
        Matcher matcher = SPELLING.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
        return unit.multipliedBy(Integer.parseInt(matcher.group(1))).toMillis();
    }
}
