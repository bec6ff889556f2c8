package org.tongcheng.local.imports;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of the national platforms, which are those of Shanghai and never say so. They write
 * {@code 2022-01-01T00:00:00}, and have written {@code 2024-01-01T0000} as well as {@code 2023年11月09日 14时}; the water
 * platform leaves the year out.
 */
final class PlatformTime {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern EPOCH = Pattern.compile("\\\\?/Date\\((-?[0-9]{1,15})\\)\\\\?/");

    private static final List<DateTimeFormatter> WITH_YEAR = Stream.of(
                    "uuuu-M-d'T'H:mm[:ss]",
                    "uuuu-M-d H:mm[:ss]",
                    "uuuu/M/d H:mm[:ss]",
                    "uuuu-MM-dd'T'HHmm",
                    "uuuu年M月d日 H时")
            .map(PlatformTime::formatter)
            .toList();

    private static final Pattern WITHOUT_YEAR = Pattern.compile("[0-9]{1,2}[-/][0-9]{1,2} [0-9]{1,2}:.*");

    private PlatformTime() {}

    /**
     * Epoch milliseconds.
     *
     * @param year what the text may lack, null where unknown
     * @throws RowFault when the text is no time, or has no year while none is known
     */
    static long read(CsvRow row, String column, String text, @Nullable Integer year) throws RowFault {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return Long.parseLong(epoch.group(1));
        }
        String whole = text;
        if (WITHOUT_YEAR.matcher(text).matches()) {
            if (year == null) {
                throw row.fault(column, "has no year: add a column " + WaterLayout.YEAR + ", or tell it with --year");
            }
            whole = year + "-" + text.replace('/', '-');
        }
        for (DateTimeFormatter formatter : WITH_YEAR) {
            ParsePosition position = new ParsePosition(0);
            if (formatter.parseUnresolved(whole, position) != null && position.getIndex() == whole.length()) {
                return resolved(row, column, whole, formatter);
            }
        }
        throw row.fault(column, "is no time such as 2026-03-05 10:00");
    }

    private static long resolved(CsvRow row, String column, String text, DateTimeFormatter formatter) throws RowFault {
        try {
            return LocalDateTime.parse(text, formatter).atZone(ZONE).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw row.fault(column, "is no time of the calendar");
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
