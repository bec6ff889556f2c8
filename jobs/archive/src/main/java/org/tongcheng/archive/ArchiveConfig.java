package org.tongcheng.archive;

import java.time.Duration;
import org.tongcheng.archive.index.ArchiveLayout;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

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
        String root = settings.text("archive-uri", ARCHIVE_URI);
        if (!ArchiveLayout.isWritable(root)) {
            throw new SettingsException("--archive-uri must have no blanks and nothing else that a URI spells with %,"
                    + " which Flink's file sink takes for other folders: '" + root + "'");
        }
        return new ArchiveConfig(
                JobSettings.from(settings, "archive", CHECKPOINT_INTERVAL),
                root,
                settings.integer("compact-after", COMPACT_AFTER, 0));
    }
}
