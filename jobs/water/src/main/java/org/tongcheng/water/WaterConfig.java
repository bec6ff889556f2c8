package org.tongcheng.water;

import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;

/** What the water job has to know: nothing beyond what every job does, since its rules are standards. */
public record WaterConfig(JobSettings job) {

    public static WaterConfig from(Settings settings) {
        return new WaterConfig(JobSettings.from(settings, "water"));
    }
}
