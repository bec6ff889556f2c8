package org.tongcheng.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;
import org.tongcheng.testkit.ShanghaiTime;

/** Two cities with three and one stations, one of which monitors PM2.5 only. */
public final class AirFixture {

    public static final BusinessTime TIME = new BusinessTime(ShanghaiTime.ZONE);
    public static final Region REGION = new Region(
            "test",
            "测试",
            "Test",
            ShanghaiTime.ZONE,
            List.of(city("510100"), city("510600")),
            List.of(),
            List.of(),
            List.of(
                    station("cd-1", "510100", EnumSet.noneOf(AirItem.class), null),
                    station("cd-2", "510100", EnumSet.noneOf(AirItem.class), LocalDate.of(2026, 3, 5)),
                    station("cd-3", "510100", EnumSet.of(AirItem.PM2_5), null),
                    station("dy-1", "510600", EnumSet.noneOf(AirItem.class), null)),
            List.of());

    private AirFixture() {}

    /** An observation; {@code values} as of {@link #six}. */
    public static AirObservation observation(String stationId, String local, String values) {
        return observation(stationId, ShanghaiTime.at(local), values);
    }

    public static AirObservation observation(String stationId, long label, String values) {
        return new AirObservation(stationId, label, label, six(values), Map.of());
    }

    /** Values of all six in item order; {@code -} for one without. */
    public static Map<AirItem, BigDecimal> six(String values) {
        Iterator<String> texts = Arrays.asList(values.split(" ", -1)).iterator();
        Map<AirItem, BigDecimal> six = new EnumMap<>(AirItem.class);
        for (AirItem item : AirItem.values()) {
            String text = texts.next();
            if (!text.equals("-")) {
                six.put(item, new BigDecimal(text));
            }
        }
        return six;
    }

    private static City city(String code) {
        return new City(code, code, code, null, null, null);
    }

    private static AirStation station(String id, String cityCode, Set<AirItem> pollutants, @Nullable LocalDate from) {
        return new AirStation(id, id, cityCode, null, null, pollutants, from, null);
    }
}
