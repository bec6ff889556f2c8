package org.tongcheng.local.imports;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The records of one file in its order; its account tells of the rows that are none. */
interface RecordReader extends Closeable {

    /** The next record, null behind the last. */
    @Nullable
    ImportRecord next();

    @Override
    void close();
}
