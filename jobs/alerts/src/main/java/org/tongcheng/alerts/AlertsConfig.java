package org.tongcheng.alerts;

import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;

/** What the alerts job has to know. */
public record AlertsConfig(JobSettings job) {

    public static AlertsConfig from(Settings settings) {
        return new AlertsConfig(JobSettings.from(settings, "alerts"));
    }
}
