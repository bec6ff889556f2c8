package org.tongcheng.archive.format;

import java.io.IOException;
import org.apache.flink.core.fs.Path;

/** A file of the archive that cannot be read; the message names it and says what is wrong. */
public final class ArchiveFileException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveFileException(Path file, String wrong) {
        super("cannot read " + file + ": " + wrong);
    }

    ArchiveFileException(Path file, String wrong, Exception cause) {
        super("cannot read " + file + ": " + wrong, cause);
    }
}
