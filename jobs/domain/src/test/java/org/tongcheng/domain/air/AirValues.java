package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.tongcheng.domain.feed.AirItem;

/** Short spellings for tests. */
final class AirValues {

    static final Set<AirItem> ALL = EnumSet.allOf(AirItem.class);

    private AirValues() {}

    /** Values of all six in item order; {@code -} for one without. */
    static Map<AirItem, BigDecimal> six(String values) {
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

    static Map<AirItem, BigDecimal> one(AirItem item, String value) {
        return Map.of(item, new BigDecimal(value));
    }

    /** A day of 24 hours; {@code values} is asked for the hours 1 to 24. */
    static List<Map<AirItem, BigDecimal>> day(IntFunction<Map<AirItem, BigDecimal>> values) {
        List<Map<AirItem, BigDecimal>> hours = new ArrayList<>();
        for (int hour = 1; hour <= 24; hour++) {
            hours.add(values.apply(hour));
        }
        return hours;
    }
}
