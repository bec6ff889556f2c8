package org.tongcheng.local.imports;

import org.jspecify.annotations.Nullable;

/** Makes observations of a table's rows. */
interface RowReader {

    CsvLayout layout();

    /**
     * @param account is told why, where the row is to be left out
     * @return null for a row that is to be left out
     * @throws RowFault when the row cannot be what it should be
     */
    @Nullable
    Observed read(CsvRow row, FileAccount account) throws RowFault;
}
