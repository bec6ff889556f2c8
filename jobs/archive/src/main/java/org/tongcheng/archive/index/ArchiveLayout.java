package org.tongcheng.archive.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

/** Where in an archive a record lies: {@code feed=transit.taps/event_date=2026-03-05/kafka_partition=0/<name>.parquet}. */
public final class ArchiveLayout {

    /** Ending of a file that is complete. */
    public static final String ENDING = ".parquet";

    /** Date of records with no time at all. */
    public static final LocalDate NO_DATE = LocalDate.EPOCH;

    private static final String FEED = "feed=";
    private static final String DATE = "event_date=";
    private static final String PARTITION = "kafka_partition=";

    private ArchiveLayout() {}

    /**
     * The folder of a record, below the archive's root.
     *
     * @param eventTime the Kafka timestamp stands for it where it is {@link FeedRecord#UNKNOWN_TIME}
     */
    public static String folder(Feed feed, long eventTime, long kafkaTimestamp, int partition, ZoneId zone) {
        return FEED + feed.topic() + "/" + DATE + date(eventTime, kafkaTimestamp, zone) + "/" + PARTITION + partition;
    }

    /**
     * The root of an archive.
     *
     * @param root path, or URI of any file system that Flink knows, blanks spelled as they are or as {@code %20}
     */
    public static Path root(String root) {
        try {
            // Else Flink would take %20 for three letters.
            return new Path(new URI(root));
        } catch (URISyntaxException spelledAsItIs) {
            return new Path(root);
        }
    }

    /**
     * Whether Flink's file sink can write an archive there. It keeps its files' names as URIs in its state and reads them as
     * paths, so that blanks and other letters that a URI spells with {@code %} become other folders.
     */
    public static boolean isWritable(String root) {
        Path path = root(root);
        return new Path(path.toUri().toString()).equals(path);
    }

    static Path feed(Path root, Feed feed) {
        return new Path(root, FEED + feed.topic());
    }

    /** Null where a folder is none of a date. */
    static @Nullable LocalDate dateOf(Path folder) {
        String name = folder.getName();
        try {
            return name.startsWith(DATE) ? LocalDate.parse(name.substring(DATE.length())) : null;
        } catch (DateTimeParseException foreign) {
            return null;
        }
    }

    /** Below 0 where a folder is none of a partition. */
    static int partitionOf(Path folder) {
        String name = folder.getName();
        String number = name.startsWith(PARTITION) ? name.substring(PARTITION.length()) : "";
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
    }

    /** Whether a file is complete: one that is still written, or waits to be merged, is hidden by a leading dot. */
    static boolean isComplete(Path file) {
        String name = file.getName();
        return name.endsWith(ENDING) && !name.startsWith(".") && !name.startsWith("_");
    }

    private static LocalDate date(long eventTime, long kafkaTimestamp, ZoneId zone) {
        long time = eventTime == FeedRecord.UNKNOWN_TIME ? kafkaTimestamp : eventTime;
        return time == FeedRecord.UNKNOWN_TIME
                ? NO_DATE
                : Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }
}
