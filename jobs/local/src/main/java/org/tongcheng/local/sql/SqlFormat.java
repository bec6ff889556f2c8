package org.tongcheng.local.sql;

import java.io.PrintWriter;
import java.time.ZoneId;

/** How results are shown. */
public enum SqlFormat {
    TABLE,
    CSV,
    JSON;

    /** @param zone in which times are shown */
    public RowPrinter printer(PrintWriter out, ZoneId zone) {
        CellText cells = new CellText(zone);
        return switch (this) {
            case TABLE -> new TablePrinter(out, cells);
            case CSV -> new CsvPrinter(out, cells);
            case JSON -> new JsonPrinter(out, cells);
        };
    }
}
