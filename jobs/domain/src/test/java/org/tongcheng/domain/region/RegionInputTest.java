package org.tongcheng.domain.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

final class RegionInputTest {

    private static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    private static final BusinessTime BERLIN = new BusinessTime(ZoneId.of("Europe/Berlin"));

    @Test
    void takesTheLabelOfAirForTheEndOfItsHour() {
        assertThat(RegionInput.AIR.hours(Inputs.air("510100", 50, "35"), TIME)).containsExactly(0L);
    }

    @Test
    void takesTheTimeOfTransitForTheStartOfItsHour() {
        assertThat(RegionInput.TRANSIT.hours(Inputs.transit("510100", 1, 1), TIME))
                .containsExactly(0L);
        assertThat(RegionInput.JOURNEYS.hours(Inputs.journeys("510100", "512000", 1), TIME))
                .containsExactly(0L);
    }

    @Test
    void spreadsASlotOfWaterOverItsHours() {
        long hour = BusinessTime.HOUR;
        assertThat(RegionInput.WATER.hours(Inputs.water("510100", 1, 1), TIME))
                .containsExactly(0L, hour, 2 * hour, 3 * hour);
    }

    @Test
    void countsTheHoursOfASlotByTheClock() {
        assertThat(RegionInput.WATER.hours(slot("2026-03-29T00:00+01:00[Europe/Berlin]"), BERLIN))
                .hasSize(3);
        assertThat(RegionInput.WATER.hours(slot("2026-10-25T00:00+02:00[Europe/Berlin]"), BERLIN))
                .hasSize(5);
    }

    @Test
    void hasNoUseForOtherMeasurements() {
        Result other = Measurement.WATER_RIVER_4H.at(0).tag("river", "沱江").build(0);

        assertThat(RegionInput.of(other)).isNull();
        assertThat(RegionInput.of(Inputs.water("510100", 1, 1))).isEqualTo(RegionInput.WATER);
    }

    @Test
    void keepsOnlyTheFieldsItNeeds() {
        Result trimmed = RegionInput.AIR.trim(Inputs.air("510100", 50, "35"));

        assertThat(trimmed.series()).isEqualTo("air_city_1h,city_code=510100");
        assertThat(trimmed.fields()).extracting(Field::name).containsExactly("pm2_5", "aqi");
    }

    @Test
    void replacesARevisionByTheSameOrALaterOne() {
        Result kept = Inputs.transit("510100", 1, 1).withRevision(3);

        assertThat(RegionInput.replaces(kept, null)).isTrue();
        assertThat(RegionInput.replaces(kept.withRevision(4), kept)).isTrue();
        assertThat(RegionInput.replaces(kept, kept)).isTrue();
        assertThat(RegionInput.replaces(kept.withRevision(2), kept)).isFalse();
    }

    private static Result slot(String start) {
        long time = ZonedDateTime.parse(start).toInstant().toEpochMilli();
        return Measurement.WATER_CITY_4H.at(time).tag("city_code", "510100").build(0);
    }
}
