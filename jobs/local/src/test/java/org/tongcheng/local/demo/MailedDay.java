package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.local.server.Delivery;
import org.tongcheng.local.server.ShippedAlertmanager;
import org.tongcheng.local.server.Waiting;

/**
 * The alerts of a day, told to Alertmanager in three steps, with time for it to mail each: that they came, how they went on,
 * that they ended. In a day of minutes many would have ended before it mails at all.
 */
final class MailedDay {

    private static final Duration MAILING = Duration.ofSeconds(30);

    private final Map<String, List<AlertTransition>> alerts = new TreeMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Delivery delivery;
    private final ShippedAlertmanager alertmanager;

    /** @param transitions of each alert in their order */
    MailedDay(List<AlertTransition> transitions, Delivery delivery, ShippedAlertmanager alertmanager) {
        alerts.putAll(transitions.stream().collect(Collectors.groupingBy(AlertTransition::alertId)));
        this.delivery = delivery;
        this.alertmanager = alertmanager;
    }

    /** @return alerts that Alertmanager holds nothing back of */
    Set<String> raise() throws Exception {
        for (List<AlertTransition> alert : alerts.values()) {
            tell(alert.get(0));
        }
        return alertmanager.told();
    }

    /** All changes but the first and the last. */
    void goOn() throws Exception {
        for (List<AlertTransition> alert : alerts.values()) {
            for (AlertTransition change : alert.subList(1, Math.max(1, alert.size() - 1))) {
                tell(change);
            }
        }
        mails(alertmanager.told());
    }

    /** @return alerts that end and that nothing has held back */
    Set<String> end() throws Exception {
        Set<String> told = alertmanager.told();
        for (List<AlertTransition> alert : alerts.values()) {
            if (alert.size() > 1) {
                tell(alert.get(alert.size() - 1));
            }
        }
        return told.stream().filter(id -> !last(id).state().open()).collect(Collectors.toSet());
    }

    Collection<String> rules(Set<String> ids) {
        return ids.stream().map(id -> last(id).ruleId()).collect(Collectors.toSet());
    }

    /** Waits until there is a mail that says of each what was last told. */
    void mails(Set<String> ids) throws Exception {
        assertThat(ids).isNotEmpty();
        for (String id : ids) {
            String title = titles.getOrDefault(id, "of no alert of the day");
            assertThat(Waiting.until(
                            MAILING, () -> alertmanager.mailsTo("").stream().anyMatch(mail -> mail.contains(title))))
                    .as(title)
                    .isTrue();
        }
    }

    private void tell(AlertTransition change) throws Exception {
        delivery.take(change);
        if (change.state() == AlertState.FIRING || !change.state().open()) {
            titles.put(change.alertId(), change.texts().titleZh());
        }
    }

    private AlertTransition last(String id) {
        List<AlertTransition> alert = alerts.getOrDefault(id, List.of());
        return alert.get(alert.size() - 1);
    }
}
