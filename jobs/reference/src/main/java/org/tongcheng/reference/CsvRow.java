package org.tongcheng.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a registry file: its cells by column name, typed; what is wrong in one is thrown with its place. */
record CsvRow(String file, int line, List<String> header, List<CsvCell> cells) {

    /** Enough for any coordinate, and never a number that takes a lifetime to write out. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,20})?");

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,12}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    String text(String column) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            throw wrong(column, "is empty");
        }
        return text;
    }

    /** A text that other records refer to: not empty, not longer than their schemas allow. */
    String identifier(String column, int maximumLength) {
        String text = text(column);
        if (text.length() > maximumLength) {
            throw wrong(column, "is longer than " + maximumLength + " characters");
        }
        return text;
    }

    @Nullable
    String optionalText(String column) {
        String text = cell(column).text();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    BigDecimal decimal(String column) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong(column, "is not a number");
        }
        return new BigDecimal(text);
    }

    /** A whole number from 0 up. */
    @Nullable
    Long whole(String column) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw wrong(column, "is not a whole number");
        }
        return Long.valueOf(text);
    }

    @Nullable
    Double longitude() {
        return degrees("longitude", 180, "latitude");
    }

    @Nullable
    Double latitude() {
        return degrees("latitude", 90, "longitude");
    }

    private @Nullable Double degrees(String column, int limit, String partner) {
        BigDecimal degrees = decimal(column);
        if (degrees == null) {
            return null;
        }
        if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
            throw wrong(column, "is outside -" + limit + ".." + limit);
        }
        if (cell(partner).text().isEmpty()) {
            throw wrong(partner, "is empty beside a " + column);
        }
        return degrees.doubleValue();
    }

    @Nullable
    LocalDate validFrom() {
        return date("valid_from");
    }

    @Nullable
    LocalDate validTo() {
        LocalDate from = validFrom();
        LocalDate to = date("valid_to");
        if (from != null && to != null && to.isBefore(from)) {
            throw wrong("valid_to", "is before valid_from " + from);
        }
        return to;
    }

    private @Nullable LocalDate date(String column) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            return null;
        }
        if (!DATE.matcher(text).matches()) {
            throw wrong(column, "is not a date such as 2026-03-01");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noSuchDay) {
            throw wrong(column, "is not a day of the calendar");
        }
    }

    /** What is wrong with the cell of the column, as something to throw. */
    RegistryException wrong(String column, String problem) {
        CsvCell cell = cell(column);
        String named = cell.text().isEmpty() ? column : column + " " + cell.shown();
        return RegistryException.at(file, cell.line(), cell.column(), named + " " + problem);
    }

    private CsvCell cell(String column) {
        return cells.get(header.indexOf(column));
    }
}
