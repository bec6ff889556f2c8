package org.tongcheng.local.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/**
 * What is to be asked: folders of this machine.
 *
 * @param archive null for none
 * @param runs folders of results by the names of their runs, in the order given
 */
public record SqlSources(@Nullable Path archive, Map<String, Path> runs) {

    private static final String FILES = ".parquet";

    /**
     * @throws IllegalArgumentException when a folder is not what it should be
     */
    public static SqlSources of(@Nullable Path archive, List<Path> runs) {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path run : runs) {
            Path folder = run.toAbsolutePath().normalize();
            checkRun(run, folder);
            String name = String.valueOf(folder.getFileName());
            if (named.putIfAbsent(name, folder) != null) {
                named.put(folder.toString(), folder);
            }
        }
        if (archive == null) {
            return new SqlSources(null, named);
        }
        Path folder = archive.toAbsolutePath().normalize();
        checkArchive(archive, folder);
        return new SqlSources(folder, named);
    }

    /** A pattern of the feed's files, null where there are none. */
    @Nullable
    String files(Feed feed) {
        if (archive == null) {
            return null;
        }
        Path folder = archive.resolve("feed=" + feed.topic());
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            boolean any = files.anyMatch(file -> file.toString().endsWith(FILES));
            return any ? folder + "/**/*" + FILES : null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + folder + ": " + e, e);
        }
    }

    /** All folders. */
    List<Path> folders() {
        return Stream.concat(Stream.ofNullable(archive), runs.values().stream()).toList();
    }

    private static void checkRun(Path given, Path folder) {
        boolean any =
                ResultViews.TOPICS.stream().anyMatch(topic -> Files.isRegularFile(folder.resolve(topic + ".jsonl")));
        if (!any) {
            throw new IllegalArgumentException(
                    "--run " + given + " is no folder of results: it should hold files such as "
                            + ResultViews.TOPICS.get(0) + ".jsonl, as ./tongcheng run and replay write them");
        }
        checkName("--run", folder);
    }

    private static void checkArchive(Path given, Path folder) {
        boolean any =
                Stream.of(Feed.values()).anyMatch(feed -> Files.isDirectory(folder.resolve("feed=" + feed.topic())));
        if (!any) {
            throw new IllegalArgumentException("--archive " + given + " is no archive on this machine: it should hold"
                    + " folders such as feed=" + Feed.TRANSIT_TAPS.topic());
        }
        checkName("--archive", folder);
    }

    /** The database takes these letters for patterns, wherever they stand. */
    private static void checkName(String option, Path folder) {
        if (folder.toString().chars().anyMatch(letter -> "*?[]{}".indexOf(letter) >= 0)) {
            throw new IllegalArgumentException(
                    option + " " + folder + ": none of * ? [ ] { } may be in the name of the folder");
        }
    }
}
