package org.tongcheng.air.operator;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.air.DayValues;
import org.tongcheng.domain.air.Fraction;
import org.tongcheng.domain.air.IndexedCity;

class StateTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                StationHour.class,
                StationShare.class,
                CityHour.class,
                CityDay.class,
                CityDayValues.class,
                DayValues.class,
                Fraction.class,
                IndexedCity.class
            })
    void needNoKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
