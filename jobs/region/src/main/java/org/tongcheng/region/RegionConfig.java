package org.tongcheng.region;

import java.time.Duration;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;

/**
 * What the region job has to know.
 *
 * @param settling {@code --settling}: how long changes of an hour are gathered before it is issued again
 */
public record RegionConfig(JobSettings job, Duration settling) {

    public static RegionConfig from(Settings settings) {
        return new RegionConfig(
                JobSettings.from(settings, "region"), settings.duration("settling", RegionTopology.SETTLING));
    }
}
