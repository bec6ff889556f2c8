package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/** What looks odd about a station's hour and is kept all the same. */
public final class QualityRemarks {

    /** So many equal hours in a row are a flat line. */
    public static final int FLAT_HOURS = 12;

    private QualityRemarks() {}

    /**
     * Items whose value has not moved for {@link #FLAT_HOURS} hours. An hour without a counting value ends the line.
     *
     * @param hours counting values of consecutive hours, the judged hour last; an empty map where there is no record
     */
    public static Set<AirItem> flatItems(List<Map<AirItem, BigDecimal>> hours) {
        Set<AirItem> flat = EnumSet.noneOf(AirItem.class);
        if (hours.size() < FLAT_HOURS) {
            return flat;
        }
        List<Map<AirItem, BigDecimal>> line = hours.subList(hours.size() - FLAT_HOURS, hours.size());
        line.get(FLAT_HOURS - 1).forEach((item, value) -> {
            if (line.stream().allMatch(hour -> isEqual(hour.get(item), value))) {
                flat.add(item);
            }
        });
        return flat;
    }

    /**
     * Later hours whose flat items change when one hour's values do.
     *
     * @param around counting values of the hour before its change, in the middle of the {@code FLAT_HOURS - 1} hours before
     *     and after it
     * @param values its new counting values
     * @return how many hours later, ascending
     */
    public static List<Integer> laterHoursChanged(
            List<Map<AirItem, BigDecimal>> around, Map<AirItem, BigDecimal> values) {
        List<Map<AirItem, BigDecimal>> changed = new ArrayList<>(around);
        changed.set(FLAT_HOURS - 1, values);
        List<Integer> later = new ArrayList<>();
        for (int hours = 1; hours < FLAT_HOURS; hours++) {
            int end = FLAT_HOURS + hours;
            if (!flatItems(around.subList(0, end)).equals(flatItems(changed.subList(0, end)))) {
                later.add(hours);
            }
        }
        return later;
    }

    /**
     * The field {@code qc}: {@code pm2_5_above_pm10}, then {@code flat_<item>} in item order, comma joined.
     *
     * @return null without a remark
     */
    public static @Nullable String text(Map<AirItem, BigDecimal> values, Set<AirItem> flatItems) {
        List<String> remarks = new ArrayList<>();
        BigDecimal fine = values.get(AirItem.PM2_5);
        BigDecimal coarse = values.get(AirItem.PM10);
        if (fine != null && coarse != null && fine.compareTo(coarse) > 0) {
            remarks.add("pm2_5_above_pm10");
        }
        flatItems.stream().sorted().forEach(item -> remarks.add("flat_" + item.wireName()));
        return remarks.isEmpty() ? null : String.join(",", remarks);
    }

    private static boolean isEqual(@Nullable BigDecimal earlier, BigDecimal value) {
        return earlier != null && earlier.compareTo(value) == 0;
    }
}
