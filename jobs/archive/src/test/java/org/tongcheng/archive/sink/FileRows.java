package org.tongcheng.archive.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.format.ArchiveFileReader;
import org.tongcheng.archive.format.ArchiveRow;
import org.tongcheng.archive.format.ArchivedRecord;

/** All that a file holds, in its order. */
final class FileRows {

    private FileRows() {}

    static List<ArchivedRecord> of(Path file) throws IOException {
        List<ArchivedRecord> records = new ArrayList<>();
        try (ArchiveFileReader reader = ArchiveFileReader.whole(TestArchive.flinkPath(file))) {
            for (ArchiveRow row = reader.next(); row != null; row = reader.next()) {
                records.add(row.record());
            }
        }
        return records;
    }
}
