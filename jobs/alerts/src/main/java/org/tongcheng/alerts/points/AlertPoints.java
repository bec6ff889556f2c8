package org.tongcheng.alerts.points;

import org.apache.flink.api.common.functions.MapFunction;
import org.tongcheng.domain.alert.AlertDomain;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

/** Not keyed, no state. Every record of an alert is a point of its own: its sequence is a tag. */
public final class AlertPoints implements MapFunction<AlertTransition, Result> {

    /** Stands in tags for what belongs to no single city. */
    public static final String REGION = "region";

    private static final long serialVersionUID = 1L;

    @Override
    public Result map(AlertTransition alert) {
        AlertEntity entity = alert.entity();
        AlertTexts texts = alert.texts();
        EndReason endReason = alert.endReason();
        return Measurement.ALERT
                .at(alert.at())
                .tag("alert_id", alert.alertId())
                .tag("city_code", city(entity.cityCode()))
                .tag("domain", AlertDomain.of(alert).wireName())
                .tag("entity_id", entity.id())
                .tag("entity_kind", entity.kind().wireName())
                .tag("rule_id", alert.ruleId())
                .tag("sequence", Integer.toString(alert.sequence()))
                .tag("severity", alert.severity().wireName())
                .tag("state", alert.state().wireName())
                .integer("began_at", alert.beganAt())
                .text("end_reason", endReason == null ? null : endReason.wireName())
                .decimal("value", alert.value())
                .decimal("threshold", alert.threshold())
                .text("title_zh", texts.titleZh())
                .text("title_en", texts.titleEn())
                .build(0);
    }

    /** Tag of a city. */
    static String city(String cityCode) {
        return cityCode.isEmpty() ? REGION : cityCode;
    }
}
