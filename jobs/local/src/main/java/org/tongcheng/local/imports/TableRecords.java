package org.tongcheng.local.imports;

import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;

/** A table's rows as records of the contract. The platforms do not tell when they published; the observed time stands for it. */
final class TableRecords implements RecordReader {

    private final FileAccount account;
    private final RowReader rows;
    private final CsvLines lines;
    private CsvHeader header;

    /**
     * @throws LocalFailure when the file or its header cannot be read
     */
    TableRecords(FileAccount account, RowReader rows) {
        this.account = account;
        this.rows = rows;
        this.lines = new CsvLines(account.file().path());
        CsvLine first = lines.next();
        if (first == null) {
            throw new LocalFailure(account.file().path() + ": is empty, without even a header");
        }
        this.header = header(first);
    }

    @Override
    public @Nullable ImportRecord next() {
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            if (CsvHeader.is(line, rows.layout())) {
                header = header(line);
                continue;
            }
            account.addRow();
            Observed observed = observed(line);
            if (observed != null) {
                byte[] payload = observed.json("cnemc:" + account.file().name());
                return new ImportRecord(account, observed.site(), observed.observedAt(), payload);
            }
        }
        return null;
    }

    @Override
    public void close() {
        lines.close();
    }

    private CsvHeader header(CsvLine line) {
        CsvHeader read = CsvHeader.read(account.file().path(), line, rows.layout());
        account.addUnknownColumns(read.unknown());
        return read;
    }

    private @Nullable Observed observed(CsvLine line) {
        CsvRow row = new CsvRow(account.file().path().toString(), header, line);
        try {
            if (line.cells().size() != header.width()) {
                throw row.fault("has " + line.cells().size() + " cells, its header " + header.width());
            }
            return rows.read(row, account);
        } catch (RowFault fault) {
            account.leaveOut(fault);
            return null;
        }
    }
}
