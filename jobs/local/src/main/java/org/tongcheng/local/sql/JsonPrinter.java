package org.tongcheng.local.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Rows as an array of JSON objects, one in a line; numbers with all their decimals, everything else as text. */
record JsonPrinter(PrintWriter out, CellText cells) implements RowPrinter {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void print(ResultSet rows) throws SQLException {
        out.print('[');
        String separator = "\n";
        while (rows.next()) {
            out.print(separator + object(rows));
            separator = ",\n";
        }
        out.print("\n]\n");
        out.flush();
    }

    private String object(ResultSet rows) throws SQLException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                json.writeFieldName(rows.getMetaData().getColumnLabel(column));
                write(json, rows, column, cells.of(rows, column));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, ResultSet rows, int column, @Nullable String text)
            throws IOException, SQLException {
        if (text == null) {
            json.writeNull();
        } else if (CellText.isNumber(rows, column) && isFinite(text)) {
            json.writeNumber(text);
        } else if (rows.getMetaData().getColumnType(column) == Types.BOOLEAN) {
            json.writeBoolean(Boolean.parseBoolean(text));
        } else {
            json.writeString(text);
        }
    }

    /** JSON has no number for what a division may give. */
    private static boolean isFinite(String text) {
        return !text.equals("NaN") && !text.endsWith("Infinity");
    }
}
