package org.tongcheng.archive;

import java.time.Duration;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;

/**
 * What the archive job has to know. Its checkpoints are rarer than those of others: each ends the files.
 *
 * @param archiveUri {@code --archive-uri}: root of the archive, path or URI of a file system that the cluster has
 * @param compactAfter {@code --compact-after}: checkpoints after which files are merged and only then seen; 0 shows them with
 *     their checkpoint and leaves them small
 */
public record ArchiveConfig(JobSettings job, String archiveUri, int compactAfter) {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(1);
    private static final int COMPACT_AFTER = 10;
    private static final String ARCHIVE_URI = "file:///var/lib/tongcheng/archive";

    public static ArchiveConfig from(Settings settings) {
        return new ArchiveConfig(
                JobSettings.from(settings, "archive", CHECKPOINT_INTERVAL),
                settings.text("archive-uri", ARCHIVE_URI),
                settings.integer("compact-after", COMPACT_AFTER, 0));
    }
}
