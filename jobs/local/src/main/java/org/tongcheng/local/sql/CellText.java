package org.tongcheng.local.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spells values as text: times in one zone, decimals without the zeros that only their column's type gives them.
 *
 * @param zone in which times are shown
 */
record CellText(ZoneId zone) {

    /** Amounts of money keep their zeros. */
    private static final int MONEY_SCALE = 2;

    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.DECIMAL,
            Types.NUMERIC,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE);

    /** The value's text, null for a null; columns count from 1. */
    @Nullable
    String of(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        if (type == Types.TIMESTAMP_WITH_TIMEZONE) {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : spelled(time);
        }
        if (type == Types.DECIMAL && rows.getMetaData().getScale(column) > MONEY_SCALE) {
            BigDecimal number = rows.getBigDecimal(column);
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }
        return rows.getString(column);
    }

    private String spelled(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.atZoneSameInstant(zone).toOffsetDateTime());
    }

    /** Whether a column holds numbers; those of 128 bits, such as sums of whole numbers, count as numbers too. */
    static boolean isNumber(ResultSet rows, int column) throws SQLException {
        return NUMBERS.contains(rows.getMetaData().getColumnType(column))
                || rows.getMetaData().getColumnTypeName(column).endsWith("HUGEINT");
    }
}
