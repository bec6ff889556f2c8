package org.tongcheng.archive.format;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** One column of a row group, at a row of it. A value that nobody asks for is passed over, not read. */
final class ColumnCursor {

    private final ColumnReader reader;
    private final int whole;

    private ColumnCursor(ColumnReader reader, int whole) {
        this.reader = reader;
        this.whole = whole;
    }

    /** At the first row; null where the column is not in the schema. */
    static @Nullable ColumnCursor of(ColumnReadStore columns, MessageType schema, String name) {
        if (!schema.containsField(name)) {
            return null;
        }
        ColumnDescriptor descriptor = schema.getColumnDescription(new String[] {name});
        return new ColumnCursor(columns.getColumnReader(descriptor), descriptor.getMaxDefinitionLevel());
    }

    boolean isNull() {
        return reader.getCurrentDefinitionLevel() < whole;
    }

    long number(long absent) {
        return isNull() ? absent : reader.getLong();
    }

    int smallNumber() {
        return reader.getInteger();
    }

    @Nullable
    Binary binary() {
        return isNull() ? null : reader.getBinary();
    }

    void advance() {
        if (!isNull()) {
            reader.skip();
        }
        reader.consume();
    }
}
