package org.tongcheng.plumbing.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When and where checkpoints are taken.
 *
 * @param directory URI or path; null leaves it to the cluster
 * @param timeout a checkpoint that takes longer is given up
 * @param changelog whether changes to state are logged as they are made: a checkpoint then takes as long as what changed since
 *     the one before, not as all state. The cluster says where the log goes, {@code state.changelog.storage}.
 */
public record CheckpointSettings(
        Duration interval, Duration timeout, @Nullable String directory, boolean changelog) {

    static final Duration USUAL_INTERVAL = Duration.ofSeconds(10);

    static CheckpointSettings from(Settings settings, Duration usualInterval) {
        return new CheckpointSettings(
                settings.duration("checkpoint-interval", usualInterval),
                settings.duration("checkpoint-timeout", Duration.ofMinutes(3)),
                settings.optional("checkpoint-directory"),
                settings.flag("state-changelog"));
    }
}
