package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertHandling;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.Evidence;
import org.tongcheng.domain.feed.FeedRecord;

/** Transitions of alerts, as JSON on one line. */
public final class AlertCodec {

    private AlertCodec() {}

    /**
     * What has no value is left out: missing numbers, empty names, the city of what belongs to none, no evidence; and a
     * family that is the rule alone. The
     * same transition gives the same bytes, and so do numbers that differ in trailing zeros only. The handling is
     * taken to be that of this alert, whose id and onset it does not repeat.
     *
     * @param zone of the offset in which times are written
     */
    public static byte[] encode(AlertTransition alert, ZoneId zone) {
        return JsonWriter.object(json -> {
            json.writeStringField("alert_id", alert.alertId());
            json.writeStringField("rule_id", alert.ruleId());
            json.writeNumberField("rule_version", alert.ruleVersion());
            JsonWriter.writeOptionalText(json, "family", alert.family().equals(alert.ruleId()) ? null : alert.family());
            JsonWriter.writeOptionalText(json, "joint", alert.joint());
            json.writeStringField("measurement", alert.measurement());
            json.writeStringField("state", alert.state().wireName());
            json.writeStringField("severity", alert.severity().wireName());
            writeEntity(json, alert.entity());
            json.writeStringField("onset", JsonWriter.time(alert.onset(), zone));
            Long correctedOnset = alert.correctedOnset();
            if (correctedOnset != null) {
                json.writeStringField("corrected_onset", JsonWriter.time(correctedOnset, zone));
            }
            json.writeStringField("at", JsonWriter.time(alert.at(), zone));
            json.writeNumberField("sequence", alert.sequence());
            JsonWriter.writeOptionalNumber(json, "value", alert.value());
            JsonWriter.writeOptionalNumber(json, "threshold", alert.threshold());
            json.writeStringField("title_zh", alert.texts().titleZh());
            json.writeStringField("title_en", alert.texts().titleEn());
            json.writeStringField("text_zh", alert.texts().textZh());
            json.writeStringField("text_en", alert.texts().textEn());
            writeEvidence(json, alert.evidence(), zone);
            json.writeNumberField("flaps", alert.flaps());
            EndReason endReason = alert.endReason();
            JsonWriter.writeOptionalText(json, "end_reason", endReason == null ? null : endReason.wireName());
            writeHandling(json, alert.handling(), zone);
        });
    }

    /** Identity of the alert: the key of the record. */
    public static byte[] key(AlertTransition alert) {
        return alert.alertId().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a transition that arrived when it came about. Names that it does not have are ignored. */
    public static Decoded<AlertTransition> decode(byte[] payload) {
        long at = FeedRecord.UNKNOWN_TIME;
        try {
            Members members = JsonText.read(payload);
            at = members.readableMoment("at");
            return Decoded.of(AlertMembers.transition(members), at);
        } catch (RejectedException e) {
            return Decoded.rejected(e.rejection(), at);
        }
    }

    private static void writeEntity(JsonGenerator json, AlertEntity entity) throws IOException {
        json.writeObjectFieldStart("entity");
        json.writeStringField("kind", entity.kind().wireName());
        json.writeStringField("id", entity.id());
        JsonWriter.writeOptionalText(json, "name_zh", entity.nameZh());
        JsonWriter.writeOptionalText(json, "name_en", entity.nameEn());
        JsonWriter.writeOptionalText(json, "city_code", entity.cityCode());
        json.writeEndObject();
    }

    private static void writeEvidence(JsonGenerator json, List<Evidence> evidence, ZoneId zone) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("evidence");
        for (Evidence point : evidence) {
            json.writeStartObject();
            json.writeStringField("entity_id", point.entityId());
            json.writeStringField("time", JsonWriter.time(point.time(), zone));
            JsonWriter.writeOptionalNumber(json, "value", point.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeHandling(JsonGenerator json, @Nullable AlertHandling handling, ZoneId zone)
            throws IOException {
        if (handling == null) {
            return;
        }
        json.writeObjectFieldStart("handling");
        json.writeStringField("status", handling.status().wireName());
        JsonWriter.writeOptionalText(json, "assignee", handling.assignee());
        Long rectifiedAt = handling.rectifiedAt();
        if (rectifiedAt != null) {
            json.writeStringField("rectified_at", JsonWriter.time(rectifiedAt, zone));
        }
        json.writeNumberField("comments", handling.comments());
        AlertAction last = handling.last();
        if (last != null) {
            json.writeObjectFieldStart("last");
            json.writeStringField("action", last.action().wireName());
            json.writeStringField("actor", last.actor());
            json.writeStringField("at", JsonWriter.time(last.at(), zone));
            JsonWriter.writeOptionalText(json, "text", last.text());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
