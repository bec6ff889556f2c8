package org.tongcheng.delivery.operator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.Severity;

/** What people read of an alert: its annotations. One without a value is left out. */
final class AlertNotes {

    private static final String SUPERSEDED_BY = "superseded_by";

    private AlertNotes() {}

    /** @param zone of the times */
    static Map<String, String> of(AlertTransition transition, ZoneId zone) {
        Map<String, String> notes = new HashMap<>();
        notes.put("title_zh", transition.texts().titleZh());
        notes.put("title_en", transition.texts().titleEn());
        notes.put("text_zh", transition.texts().textZh());
        notes.put("text_en", transition.texts().textEn());
        notes.put("name_zh", transition.entity().nameZh());
        notes.put("name_en", transition.entity().nameEn());
        notes.put("value", number(transition.value()));
        notes.put("threshold", number(transition.threshold()));
        notes.put("onset", time(transition.beganAt(), zone));
        if (!transition.state().open()) {
            notes.put("end", time(transition.at(), zone));
            notes.put("ended_as", transition.state().wireName());
        }
        if (transition.endReason() != null) {
            notes.put("end_reason", transition.endReason().wireName());
        }
        notes.values().removeIf(String::isEmpty);
        return notes;
    }

    /** Of the severity that an alert had before: it has not ended, it goes on as another one. */
    static Map<String, String> superseded(Map<String, String> notes, Severity by) {
        Map<String, String> all = new HashMap<>(notes);
        all.put(SUPERSEDED_BY, by.wireName());
        return all;
    }

    /** Whether a transition says more of a firing alert than one before did: an action of staff decides nothing. */
    static boolean tells(AlertTransition transition) {
        return transition.state() == AlertState.FIRING && transition.value() != null;
    }

    private static String number(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String time(long moment, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(moment).atZone(zone));
    }
}
