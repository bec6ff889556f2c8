package org.tongcheng.archive;

import java.time.Duration;
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

    public static ArchiveConfig from(Settings settings) {
        String uri = settings.optional("archive-uri");
        JobSettings job = JobSettings.from(settings, "archive", CHECKPOINT_INTERVAL);
        int compactAfter = settings.integer("compact-after", COMPACT_AFTER, 0);
        if (uri == null) {
            throw new SettingsException(
                    "--archive-uri, or ARCHIVE_URI in the environment, must say where the archive is,"
                            + " such as /var/lib/tongcheng/archive or s3://bucket/archive");
        }
        return new ArchiveConfig(job, uri, compactAfter);
    }
}
