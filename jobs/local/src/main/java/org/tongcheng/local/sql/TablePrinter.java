package org.tongcheng.local.sql;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows for a terminal, numbers to the right; only the first thousand, since widths are known at the end. */
record TablePrinter(PrintWriter out, CellText cells) implements RowPrinter {

    private static final int SHOWN = 1000;
    private static final String GAP = "  ";
    private static final int FIRST_WIDE = 0x1100;

    @Override
    public void print(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<List<String>> lines = new ArrayList<>();
        List<Boolean> numbers = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            header.add(rows.getMetaData().getColumnLabel(column));
            numbers.add(CellText.isNumber(rows, column));
        }
        lines.add(header);
        long count = 0;
        while (rows.next()) {
            if (++count <= SHOWN) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    line.add(shown(cells.of(rows, column)));
                }
                lines.add(line);
            }
        }
        write(lines, numbers);
        out.println(String.format(Locale.ROOT, "(%,d %s)", count, count == 1 ? "row" : "rows")
                + (count > SHOWN ? " of which the first " + SHOWN + " are shown; --format csv gives all" : ""));
        out.flush();
    }

    private void write(List<List<String>> lines, List<Boolean> numbers) {
        int[] widths = new int[numbers.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(line.get(column)));
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                String blanks = " ".repeat(widths[column] - width(cell));
                text.append(column == 0 ? "" : GAP).append(numbers.get(column) ? blanks + cell : cell + blanks);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /** On one line, whatever it holds. */
    private static String shown(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Chinese characters take two places. */
    private static int width(String text) {
        return text.codePoints()
                .map(letter -> letter >= FIRST_WIDE && !Character.isSpaceChar(letter) ? 2 : 1)
                .sum();
    }
}
