package org.tongcheng.alerts.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.Told.hour;
import static org.tongcheng.alerts.Told.id;
import static org.tongcheng.alerts.Told.said;
import static org.tongcheng.domain.alert.AlertState.FIRING;

import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.Told;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.result.Result;

final class AlertPointsTest {

    @Test
    void everyRecordIsAPoint() {
        Result point = new AlertPoints().map(said(255, FIRING, 2));

        assertThat(point.series())
                .isEqualTo("alert,alert_id=" + id(255) + ",city_code=510100,domain=air,entity_id=e,entity_kind=city,"
                        + "rule_id=air-aqi,sequence=7,severity=yellow,state=firing");
        assertThat(point.time()).isEqualTo(hour(2));
        assertThat(point.field("began_at")).isEqualTo(Long.toString(hour(1)));
        assertThat(point.field("value")).isEqualTo("163.5");
        assertThat(point.field("threshold")).isEqualTo("150");
        assertThat(point.field("title_zh")).isEqualTo("标题");
        assertThat(point.field("title_en")).isEqualTo("title");
        assertThat(Told.inContract(point)).isTrue();
    }

    @Test
    void whatBelongsToNoCityIsTheRegions() {
        Result point = new AlertPoints().map(said(255, "", FIRING, Severity.RED, 2));

        assertThat(point.tag("city_code")).isEqualTo("region");
        assertThat(Told.inContract(point)).isTrue();
    }
}
