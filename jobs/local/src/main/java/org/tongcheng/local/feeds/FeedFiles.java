package org.tongcheng.local.feeds;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;

/** Writes feeds as files that {@code run} reads: {@code <feed>.jsonl}, one record a line, in order of arrival. */
public final class FeedFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    private FeedFiles() {}

    /**
     * Writes all records, replacing files of the same names. A feed without records gets no file.
     *
     * @return how many records were written
     */
    public static long write(Path folder, Iterator<GeneratedRecord> records) throws IOException {
        Files.createDirectories(folder);
        Map<Feed, OutputStream> files = new EnumMap<>(Feed.class);
        long written = 0;
        try {
            while (records.hasNext()) {
                GeneratedRecord next = records.next();
                OutputStream file = files.get(next.feed());
                if (file == null) {
                    Path path = folder.resolve(next.feed().topic() + ".jsonl");
                    file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
                    files.put(next.feed(), file);
                }
                file.write(next.payload());
                file.write('\n');
                written++;
            }
        } finally {
            for (OutputStream file : files.values()) {
                file.close();
            }
        }
        return written;
    }
}
