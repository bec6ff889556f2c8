package org.tongcheng.local.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/**
 * A file to import.
 *
 * @param path plain, or gzip by the ending {@code .gz}
 * @param format what it holds
 * @param feed where it goes
 */
public record RecordedFile(Path path, ImportFormat format, Feed feed) {

    private static final String GZIP = ".gz";
    private static final String LINES = ".jsonl";
    private static final String TABLE = ".csv";

    /**
     * Tells the format by the file's ending and header, and the feed of lines by the file's name, where they are not
     * given.
     *
     * @throws IllegalArgumentException when it is no file, or something cannot be told or contradicts itself
     */
    public static RecordedFile of(Path path, @Nullable ImportFormat format, @Nullable Feed feed) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(path + " is no file");
        }
        ImportFormat told = format == null ? format(path) : format;
        return switch (told) {
            case JSONL -> new RecordedFile(path, told, feed == null ? feed(path) : feed);
            case CNEMC_AIR -> table(path, told, Feed.AIR_OBSERVATIONS, feed);
            case CNEMC_WATER -> table(path, told, Feed.WATER_OBSERVATIONS, feed);
        };
    }

    /** The name without folder. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    private static RecordedFile table(Path path, ImportFormat format, Feed feed, @Nullable Feed given) {
        if (given != null && given != feed) {
            throw new IllegalArgumentException(
                    "--feed " + given.topic() + " does not fit " + path + ": " + format + " is " + feed.topic());
        }
        return new RecordedFile(path, format, feed);
    }

    private static ImportFormat format(Path path) {
        String name = unpacked(path);
        if (name.endsWith(LINES)) {
            return ImportFormat.JSONL;
        }
        if (name.endsWith(TABLE)) {
            return CsvLayout.recognized(path);
        }
        throw new IllegalArgumentException(
                path + " ends neither in .jsonl nor in .csv (nor in these with .gz): say what it holds with --format");
    }

    private static Feed feed(Path path) {
        String name = unpacked(path);
        try {
            return Feed.ofTopic(name.endsWith(LINES) ? name.substring(0, name.length() - LINES.length()) : name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    path + " is not called after a feed, such as air.observations.jsonl: name it with --feed", e);
        }
    }

    private static String unpacked(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }
}
