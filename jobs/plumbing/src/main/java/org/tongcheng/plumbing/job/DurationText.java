package org.tongcheng.plumbing.job;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: a whole number and a unit. */
public final class DurationText {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,9}) ?(ms|s|min|m|h|d)");

    private DurationText() {}

    /** Null where the text is no duration. */
    public static @Nullable Duration parse(String text) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
