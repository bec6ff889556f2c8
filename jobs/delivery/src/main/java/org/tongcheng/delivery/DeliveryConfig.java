package org.tongcheng.delivery;

import java.time.Duration;
import org.tongcheng.delivery.alertmanager.AlertmanagerSettings;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

/**
 * What the delivery job has to know.
 *
 * @param resendInterval {@code --resend-interval}: how often a firing alert is posted again
 * @param lease {@code --alert-lease}: how long Alertmanager takes an alert for firing without hearing of it; a job that is
 *     down for longer lets its alerts seem ended
 * @param oldest {@code --oldest-alert}: what happened longer ago raises no alert
 */
public record DeliveryConfig(
        JobSettings job, AlertmanagerSettings alertmanager, Duration resendInterval, Duration lease, Duration oldest) {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(2);
    private static final int RESENDS_WITHIN_LEASE = 3;

    public DeliveryConfig {
        if (resendInterval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new SettingsException("--resend-interval must be at least 2s");
        }
        if (lease.compareTo(resendInterval.multipliedBy(RESENDS_WITHIN_LEASE)) < 0) {
            throw new SettingsException("--alert-lease must be at least three times as long as --resend-interval,"
                    + " or one lost post lets an alert seem ended");
        }
    }

    public static DeliveryConfig from(Settings settings) {
        return new DeliveryConfig(
                JobSettings.from(settings, "delivery"),
                AlertmanagerSettings.from(settings),
                settings.duration("resend-interval", Duration.ofMinutes(1)),
                settings.duration("alert-lease", Duration.ofMinutes(15)),
                settings.duration("oldest-alert", Duration.ofDays(2)));
    }
}
