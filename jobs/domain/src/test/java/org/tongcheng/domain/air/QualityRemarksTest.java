package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.air.AirValues.day;
import static org.tongcheng.domain.air.AirValues.one;
import static org.tongcheng.domain.air.AirValues.six;
import static org.tongcheng.domain.feed.AirItem.CO;
import static org.tongcheng.domain.feed.AirItem.O3;
import static org.tongcheng.domain.feed.AirItem.PM10;
import static org.tongcheng.domain.feed.AirItem.SO2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirItem;

class QualityRemarksTest {

    @Test
    void remarksOnPm2_5AbovePm10() {
        assertThat(QualityRemarks.text(six("1 1 30 1 1 31"), Set.of())).isEqualTo("pm2_5_above_pm10");
        assertThat(QualityRemarks.text(six("1 1 30 1 1 30"), Set.of())).isNull();
        assertThat(QualityRemarks.text(six("1 1 - 1 1 30"), Set.of())).isNull();
    }

    @Test
    void listsFlatItemsInOrderAfterThat() {
        assertThat(QualityRemarks.text(six("1 1 30 1 1 31"), Set.of(O3, SO2)))
                .isEqualTo("pm2_5_above_pm10,flat_so2,flat_o3");
    }

    @Test
    void seesALineOfTwelveEqualHours() {
        List<Map<AirItem, BigDecimal>> hours = day(hour -> hour <= 12 ? one(CO, "0.8") : one(CO, "0.80"));

        assertThat(QualityRemarks.flatItems(hours.subList(0, 11))).isEmpty();
        assertThat(QualityRemarks.flatItems(hours.subList(0, 12))).containsExactly(CO);
        assertThat(QualityRemarks.flatItems(hours)).containsExactly(CO);
    }

    @Test
    void endsTheLineAtAMissingHour() {
        List<Map<AirItem, BigDecimal>> hours = day(hour -> hour == 13 ? Map.of() : one(PM10, "50"));

        assertThat(QualityRemarks.flatItems(hours.subList(0, 12))).containsExactly(PM10);
        assertThat(QualityRemarks.flatItems(hours.subList(0, 13))).isEmpty();
        assertThat(QualityRemarks.flatItems(hours.subList(2, 24))).isEmpty();
    }

    @Test
    void endsTheLineAtAnotherValue() {
        List<Map<AirItem, BigDecimal>> hours = day(hour -> one(PM10, hour == 12 ? "51" : "50"));

        assertThat(QualityRemarks.flatItems(hours.subList(0, 23))).isEmpty();
        assertThat(QualityRemarks.flatItems(hours)).containsExactly(PM10);
    }

    @Test
    void changesTheRemarkOfLaterHoursWhoseLineReachesIt() {
        List<Map<AirItem, BigDecimal>> around =
                day(hour -> one(PM10, hour == 2 ? "51" : "50")).subList(0, 23);

        assertThat(QualityRemarks.laterHoursChanged(around, Map.of())).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(QualityRemarks.laterHoursChanged(around, one(PM10, "50.0"))).isEmpty();
    }
}
