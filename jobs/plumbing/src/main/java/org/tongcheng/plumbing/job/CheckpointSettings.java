package org.tongcheng.plumbing.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When and where checkpoints are taken.
 *
 * @param directory URI or path; null leaves it to the cluster
 * @param timeout a checkpoint that takes longer is given up
 */
public record CheckpointSettings(
        Duration interval, Duration timeout, @Nullable String directory) {

    static CheckpointSettings from(Settings settings) {
        return new CheckpointSettings(
                settings.duration("checkpoint-interval", Duration.ofSeconds(10)),
                settings.duration("checkpoint-timeout", Duration.ofMinutes(3)),
                settings.optional("checkpoint-directory"));
    }
}
