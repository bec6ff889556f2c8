package org.tongcheng.domain.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void isWrittenInTheOrderOfItsMeasurementWhateverTheOrderOfBuilding() {
        Result result = Measurement.TRANSIT_OD_1H
                .at(3_600_000)
                .decimal("duration_p95_s", new BigDecimal("900.50"))
                .integer("journeys", 2)
                .tag("origin_city_code", "510100")
                .tag("destination_city_code", "512000")
                .build(3);
        assertThat(result.series()).isEqualTo("transit_od_1h,destination_city_code=512000,origin_city_code=510100");
        assertThat(result.fields())
                .containsExactly(
                        new Field("journeys", FieldKind.INTEGER, "2"),
                        new Field("duration_p95_s", FieldKind.DECIMAL, "900.5"));
        assertThat(result.revision()).isEqualTo(3);
        assertThat(result.withRevision(4).revision()).isEqualTo(4);
        assertThat(result.tag("origin_city_code")).isEqualTo("510100");
        assertThat(result.field("journeys")).isEqualTo("2");
        assertThat(result.field("amount_fen")).isNull();
        assertThatThrownBy(() -> result.tag("city_code")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesFieldsWithoutAValueOut() {
        Result result = Measurement.WATER_SECTION
                .at(0)
                .tag("city_code", "510100")
                .tag("river", "沱江")
                .tag("section_id", "a, b=c\\")
                .decimal("ph", null)
                .integer("class", (Integer) null)
                .text("limiting_items", null)
                .bool("meets_target", null)
                .bool("meets_target", true)
                .decimal("tp", new BigDecimal("0.000"))
                .build(0);
        assertThat(result.fields())
                .containsExactly(
                        new Field("tp", FieldKind.DECIMAL, "0"), new Field("meets_target", FieldKind.BOOLEAN, "true"));
        assertThat(result.series()).isEqualTo("water_section,city_code=510100,river=沱江,section_id=a\\,\\ b\\=c\\\\");
    }

    @Test
    void refusesWhatItsMeasurementDoesNotHave() {
        ResultBuilder point = Measurement.TRANSIT_CITY_1M.at(0);
        assertThatThrownBy(() -> point.integer("journeys", 1)).hasMessageContaining("journeys");
        assertThatThrownBy(() -> point.tag("stop_id", "1")).hasMessageContaining("stop_id");
        assertThatThrownBy(() -> point.text("amount_fen", "1")).hasMessageContaining("INTEGER");
        assertThatThrownBy(() -> point.build(0)).hasMessageContaining("city_code");
        assertThatThrownBy(() -> Measurement.ofWireName("transit_city")).hasMessageContaining("transit_city");
    }

    @Test
    void everyMeasurementIsFoundByItsName() {
        for (Measurement measurement : Measurement.values()) {
            assertThat(Measurement.ofWireName(measurement.wireName())).isEqualTo(measurement);
            assertThat(measurement.tags()).isSorted();
        }
    }
}
