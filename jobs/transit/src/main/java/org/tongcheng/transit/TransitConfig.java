package org.tongcheng.transit;

import java.time.Duration;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;

/**
 * What the transit job has to know.
 *
 * @param outOfOrderness how long after its end a window waits for taps before it is first issued; later taps make
 *     revisions
 */
public record TransitConfig(JobSettings job, Duration outOfOrderness) {

    public static TransitConfig from(Settings settings) {
        return new TransitConfig(
                JobSettings.from(settings, "transit"), settings.duration("out-of-orderness", Duration.ofMinutes(1)));
    }
}
