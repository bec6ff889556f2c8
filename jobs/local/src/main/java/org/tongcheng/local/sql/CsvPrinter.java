package org.tongcheng.local.sql;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows as CSV with a header (RFC 4180); a null is an empty cell, an empty text a quoted one. */
record CsvPrinter(PrintWriter out, CellText cells) implements RowPrinter {

    @Override
    public void print(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            out.print((column == 1 ? "" : ",") + quoted(rows.getMetaData().getColumnLabel(column)));
        }
        out.print('\n');
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                String text = cells.of(rows, column);
                out.print((column == 1 ? "" : ",") + (text == null ? "" : quoted(text)));
            }
            out.print('\n');
        }
        out.flush();
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
