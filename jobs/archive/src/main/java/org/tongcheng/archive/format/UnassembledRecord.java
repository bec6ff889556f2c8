package org.tongcheng.archive.format;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Columns are read one by one here: Parquet wants to be told where values would go, and none goes there. */
final class UnassembledRecord extends GroupConverter {

    private static final PrimitiveConverter NOWHERE = new PrimitiveConverter() {};

    @Override
    public Converter getConverter(int field) {
        return NOWHERE;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
}
