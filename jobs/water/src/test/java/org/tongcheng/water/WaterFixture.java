package org.tongcheng.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.water.SectionKind;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;
import org.tongcheng.testkit.ShanghaiTime;

/** A small region and its observations. */
public final class WaterFixture {

    /** Upstream Deyang with one section, Chengdu with two on the same river and one that moved to another. */
    public static final Region REGION = new Region(
            "test",
            "测试",
            "Test",
            ShanghaiTime.ZONE,
            List.of(city("510100"), city("510600")),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    section("dy-1", "沱江", "510600", null, null),
                    section("cd-1", "沱江", "510100", null, null),
                    section("cd-2", "沱江", "510100", null, null),
                    section("cd-3", "沱江", "510100", null, LocalDate.of(2026, 3, 4)),
                    section("cd-3", "府河", "510100", LocalDate.of(2026, 3, 5), null)));

    private WaterFixture() {}

    /** An observation of class I in every item but for its permanganate index. */
    public static WaterObservation observation(String sectionId, String local, String codmn) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        values.put(WaterItem.PH, new BigDecimal("7"));
        values.put(WaterItem.DISSOLVED_OXYGEN, new BigDecimal("8"));
        values.put(WaterItem.CODMN, new BigDecimal(codmn));
        values.put(WaterItem.NH3_N, new BigDecimal("0.1"));
        values.put(WaterItem.TP, new BigDecimal("0.01"));
        long observedAt = ShanghaiTime.at(local);
        return new WaterObservation(sectionId, observedAt, observedAt, StationStatus.NORMAL, values, Map.of());
    }

    private static City city(String code) {
        return new City(code, code, code, null, null, null);
    }

    private static WaterSection section(
            String id, String river, String cityCode, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new WaterSection(id, id, river, cityCode, SectionKind.RIVER, 3, null, null, null, null, from, to);
    }
}
