package org.tongcheng.local.imports;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row whose cells are asked for by the name of their column. */
record CsvRow(String file, CsvHeader header, CsvLine line) {

    /** What the platforms and those who keep their data write for a value that is not there. */
    private static final Set<String> MISSING =
            Set.of("", "—", "——", "-", "--", "-;", "*", "NA", "N/A", "NaN", "nan", "null", "NULL", "None");

    /** Enough for any value, and never a number that takes a lifetime to write out. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?");

    private static final int SHOWN_LENGTH = 64;

    /** The text, null where the column or its value is missing. */
    @Nullable
    String optionalText(String column) {
        Integer position = header.positions().get(column);
        if (position == null) {
            return null;
        }
        String text = line.cells().get(position);
        return MISSING.contains(text) ? null : text;
    }

    String text(String column) throws RowFault {
        String text = optionalText(column);
        if (text == null) {
            throw fault(column, "is missing");
        }
        return text;
    }

    /** The number as it was written, null where it is missing. */
    @Nullable
    BigDecimal number(String column) throws RowFault {
        String text = optionalText(column);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw fault(column, "is no number");
        }
        return new BigDecimal(text);
    }

    /** What is wrong with a cell, as something to throw. */
    RowFault fault(String column, String problem) {
        Integer position = header.positions().get(column);
        String text = position == null ? "" : line.cells().get(position);
        String shown = text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
        return new RowFault(file + ": line " + line.number() + ", column " + column + ": "
                + (shown.isEmpty() ? "" : "'" + shown + "' ") + problem);
    }

    /** What is wrong with the whole row. */
    RowFault fault(String problem) {
        return new RowFault(file + ": line " + line.number() + ": " + problem);
    }
}
