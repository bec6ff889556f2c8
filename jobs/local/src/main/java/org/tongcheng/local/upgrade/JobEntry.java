package org.tongcheng.local.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;

/**
 * How a job is started.
 *
 * @param name the job's name in Flink
 * @param mainClass its class
 * @param arguments settings, as its main gets them
 */
public record JobEntry(String name, String mainClass, List<String> arguments) {

    /** The jobs as {@code docker/flink/jobs.txt} has them, each behind those whose results it reads. */
    static final List<JobEntry> SHIPPED = parsed("""
            transit org.tongcheng.transit.TransitJob
            air org.tongcheng.air.AirJob
            water org.tongcheng.water.WaterJob
            region org.tongcheng.region.RegionJob
            alerts org.tongcheng.alerts.AlertsJob --state-changelog true --checkpoint-interval 2s
            delivery org.tongcheng.delivery.DeliveryJob
            archive org.tongcheng.archive.ArchiveJob --checkpoint-interval 1min
            """.lines(), "the list that ships");

    public JobEntry {
        arguments = List.copyOf(arguments);
    }

    /**
     * All jobs that are known, with more settings for each.
     *
     * @param file a line each, name, class, settings; null for the list that ships
     * @throws LocalFailure when the file cannot be read, or a line has no class
     */
    public static List<JobEntry> known(@Nullable Path file, List<String> settings) {
        return (file == null ? SHIPPED : read(file))
                .stream().map(entry -> entry.with(settings)).toList();
    }

    private static List<JobEntry> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return parsed(lines, file.toString());
        } catch (IOException e) {
            throw new LocalFailure("cannot read " + file + " (--jobs): " + e.getMessage(), e);
        }
    }

    private JobEntry with(List<String> more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(more);
        return new JobEntry(name, mainClass, all);
    }

    private static List<JobEntry> parsed(Stream<String> lines, String origin) {
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\\s+")))
                .map(words -> {
                    if (words.size() < 2) {
                        throw new LocalFailure("'" + words.get(0) + "' in " + origin
                                + " needs a class: a line is name, class, settings");
                    }
                    return new JobEntry(words.get(0), words.get(1), words.subList(2, words.size()));
                })
                .toList();
    }
}
