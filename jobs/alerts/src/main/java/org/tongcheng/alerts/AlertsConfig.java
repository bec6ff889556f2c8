package org.tongcheng.alerts;

import java.time.Duration;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;

/**
 * What the alerts job has to know.
 *
 * @param outOfOrderness {@code --out-of-orderness} of taps
 * @param cardHoldBack {@code --card-hold-back}: how long a card's place waits, beyond that, for earlier ones
 * @param tokenKeyVersion {@code --token-key-version}: version of the key that cards' tokens are made with
 * @param settling {@code --settling}: how long changes of a count of alerts are gathered before it is issued again
 * @param acknowledgeWithin {@code --acknowledge-within}: an alert that is open for longer, and not acknowledged, is overdue
 * @param silenceClock {@code --silence-clock}: how old a point may be, when it comes, for the clock to count: then a
 *     measurement of which no more comes falls silent as time goes by. Without points that young only the times of other
 *     points tell; 0s for these alone
 */
public record AlertsConfig(
        JobSettings job,
        Duration outOfOrderness,
        Duration cardHoldBack,
        int tokenKeyVersion,
        Duration settling,
        Duration acknowledgeWithin,
        Duration silenceClock) {

    public static AlertsConfig from(Settings settings) {
        return new AlertsConfig(
                JobSettings.from(settings, "alerts"),
                settings.duration("out-of-orderness", Duration.ofMinutes(1)),
                settings.duration("card-hold-back", Duration.ZERO),
                settings.integer("token-key-version", 1, 0),
                settings.duration("settling", Duration.ofMillis(500)),
                settings.duration("acknowledge-within", Duration.ofHours(1)),
                settings.duration("silence-clock", Duration.ofHours(6)));
    }
}
