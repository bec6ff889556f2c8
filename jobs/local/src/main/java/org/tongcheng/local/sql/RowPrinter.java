package org.tongcheng.local.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Shows the rows of a result. */
public interface RowPrinter {

    void print(ResultSet rows) throws SQLException;
}
