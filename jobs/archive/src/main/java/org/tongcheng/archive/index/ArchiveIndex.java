package org.tongcheng.archive.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.format.ArchiveFileReader;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.intake.ReplayRange;

/**
 * What an archive holds at the moment it is first asked about a feed. Folders are listed once a feed; the ends of files are
 * read once each, by those methods that need them, many at a time. Not for several threads.
 *
 * <p>A record dated long ago may have arrived within a range, so that a range needs the end of every file of older dates
 * as well; what is dated days after a range arrived after it.
 */
public final class ArchiveIndex {

    /** A record is dated a few hours after its arrival at most, and a date begins anywhere on earth within a day. */
    private static final int DAYS_AHEAD = 2;

    private final Path root;
    private final Map<Feed, NavigableMap<LocalDate, List<Found>>> found = new EnumMap<>(Feed.class);
    private final Map<Path, ArchivedFile> read = new HashMap<>();

    /** A partition's folder of a date. */
    private record Found(LocalDate date, int partition, List<Path> files) {}

    private ArchiveIndex(Path root) {
        this.root = root;
    }

    /** @param root path, or URI of any file system that Flink knows */
    public static ArchiveIndex of(String root) {
        return new ArchiveIndex(ArchiveLayout.root(root));
    }

    /**
     * The files that may hold a record that the range takes, by partition, in order of their first offset.
     *
     * @throws IOException naming the file or folder that cannot be read, here and in every method
     */
    public SortedMap<Integer, List<ArchivedFile>> files(Feed feed, ReplayRange range) throws IOException {
        LocalDate last = Instant.ofEpochMilli(range.to())
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(DAYS_AHEAD);
        SortedMap<Integer, List<ArchivedFile>> files = new TreeMap<>();
        for (ArchivedFile file : read(dates(feed).headMap(last, true).values())) {
            if (file.extent().mayHold(range)) {
                files.computeIfAbsent(file.partition(), partition -> new ArrayList<>())
                        .add(file);
            }
        }
        return files;
    }

    /** How many rows a range has to read at most: those of {@link #files}. */
    public long rowsAtMost(Feed feed, ReplayRange range) throws IOException {
        return files(feed, range).values().stream()
                .flatMap(List::stream)
                .mapToLong(file -> file.extent().rows())
                .sum();
    }

    /** The highest archived offset of each partition; reads the end of every file of the feed. */
    public SortedMap<Integer, Long> highestOffsets(Feed feed) throws IOException {
        SortedMap<Integer, Long> highest = new TreeMap<>();
        for (ArchivedFile file : read(dates(feed).values())) {
            highest.merge(file.partition(), file.extent().offsets().highest(), Math::max);
        }
        return highest;
    }

    /**
     * Whether each partition has every offset from its first to its last, so that nothing can be missing between them. A
     * topic that is written in transactions never has; reads the end of every file of the feed.
     */
    public boolean isGapless(Feed feed) throws IOException {
        Map<Integer, Long> missing = new HashMap<>();
        Map<Integer, Long> lowest = new HashMap<>();
        for (ArchivedFile file : read(dates(feed).values())) {
            lowest.merge(file.partition(), file.extent().offsets().lowest(), Math::min);
            missing.merge(file.partition(), -file.extent().rows(), Long::sum);
        }
        highestOffsets(feed)
                .forEach((partition, highest) ->
                        missing.merge(partition, highest - lowest.getOrDefault(partition, 0L) + 1, Long::sum));
        return missing.values().stream().allMatch(offsets -> offsets <= 0);
    }

    /** The first date of an event, null where the feed has none. */
    public @Nullable LocalDate firstDate(Feed feed) throws IOException {
        SortedMap<LocalDate, ?> dates = dates(feed).tailMap(ArchiveLayout.NO_DATE, false);
        return dates.isEmpty() ? null : dates.firstKey();
    }

    /** The last date of an event, null where the feed has none. */
    public @Nullable LocalDate lastDate(Feed feed) throws IOException {
        SortedMap<LocalDate, ?> dates = dates(feed).tailMap(ArchiveLayout.NO_DATE, false);
        return dates.isEmpty() ? null : dates.lastKey();
    }

    /** The partitions of a feed that have a complete file on any date. */
    public SortedSet<Integer> partitions(Feed feed) throws IOException {
        SortedSet<Integer> partitions = new TreeSet<>();
        for (List<Found> folders : dates(feed).values()) {
            folders.forEach(folder -> partitions.add(folder.partition()));
        }
        return partitions;
    }

    /**
     * The dates for which not every partition of the feed has a file, in order.
     *
     * @param to still looked at
     */
    public List<MissingFolder> missing(Feed feed, LocalDate from, LocalDate to) throws IOException {
        SortedSet<Integer> partitions = partitions(feed);
        List<MissingFolder> missing = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            SortedSet<Integer> absent = new TreeSet<>(partitions);
            List<Found> folders = dates(feed).getOrDefault(date, List.of());
            folders.forEach(folder -> absent.remove(folder.partition()));
            if (folders.isEmpty() || !absent.isEmpty()) {
                missing.add(new MissingFolder(date, List.copyOf(absent)));
            }
        }
        return missing;
    }

    private List<ArchivedFile> read(Collection<List<Found>> dates) throws IOException {
        List<ArchivedFile> files = new ArrayList<>();
        Map<Path, Integer> unread = new HashMap<>();
        for (List<Found> folders : dates) {
            for (Found folder : folders) {
                folder.files().stream()
                        .filter(path -> !read.containsKey(path))
                        .forEach(path -> unread.put(path, folder.partition()));
            }
        }
        for (ArchivedFile file : ManyAtATime.map(unread.entrySet(), one -> end(one.getKey(), one.getValue()))) {
            read.put(new Path(file.path()), file);
        }
        for (List<Found> folders : dates) {
            for (Found folder : folders) {
                folder.files().forEach(path -> files.add(Objects.requireNonNull(read.get(path))));
            }
        }
        files.sort(ArchiveIndex::byOffset);
        return files;
    }

    private static int byOffset(ArchivedFile one, ArchivedFile other) {
        int order = Long.compare(
                one.extent().offsets().lowest(), other.extent().offsets().lowest());
        return order == 0 ? one.path().compareTo(other.path()) : order;
    }

    private static ArchivedFile end(Path path, int partition) throws IOException {
        try (ArchiveFileReader reader = ArchiveFileReader.replayed(path, extent -> false)) {
            return new ArchivedFile(path.toString(), reader.topic(), partition, reader.extent());
        }
    }

    private NavigableMap<LocalDate, List<Found>> dates(Feed feed) throws IOException {
        NavigableMap<LocalDate, List<Found>> dates = found.get(feed);
        if (dates == null) {
            dates = new TreeMap<>();
            FileSystem files = root.getFileSystem();
            List<Path> folders = list(files, ArchiveLayout.feed(root, feed));
            for (List<Found> date : ManyAtATime.map(folders, folder -> date(files, folder))) {
                if (!date.isEmpty()) {
                    dates.put(date.get(0).date(), date);
                }
            }
            found.put(feed, dates);
        }
        return dates;
    }

    private static List<Found> date(FileSystem files, Path folder) throws IOException {
        LocalDate date = ArchiveLayout.dateOf(folder);
        List<Found> partitions = new ArrayList<>();
        if (date != null) {
            for (Path partition : list(files, folder)) {
                int number = ArchiveLayout.partitionOf(partition);
                List<Path> complete = number < 0
                        ? List.of()
                        : list(files, partition).stream()
                                .filter(ArchiveLayout::isComplete)
                                .toList();
                if (!complete.isEmpty()) {
                    partitions.add(new Found(date, number, complete));
                }
            }
        }
        return partitions;
    }

    /** Nothing where there is no such folder. */
    private static List<Path> list(FileSystem files, Path folder) throws IOException {
        try {
            FileStatus[] entries = files.listStatus(folder);
            List<Path> paths = new ArrayList<>();
            for (FileStatus entry : entries == null ? new FileStatus[0] : entries) {
                paths.add(entry.getPath());
            }
            return paths;
        } catch (FileNotFoundException absent) {
            return List.of();
        }
    }
}
