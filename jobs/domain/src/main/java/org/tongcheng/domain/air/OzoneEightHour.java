package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/**
 * The day's largest 8 h mean of ozone (GB 3095, table 4). An 8 h mean carries the label of its last hour; the day owns
 * those of 08:00 to 24:00, which reach no further back than its own first hour.
 */
final class OzoneEightHour {

    private static final int SPAN = 8;
    private static final int HOURS_NEEDED = 6;
    private static final int MEANS_NEEDED = 14;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(160);

    private OzoneEightHour() {}

    /**
     * The largest 8 h mean, unrounded; with too few means it counts only when, rounded, it is above the limit.
     *
     * @param hours counting values of the day's hours in order
     * @return null when there is none that counts
     */
    static @Nullable Fraction largest(List<Map<AirItem, BigDecimal>> hours) {
        Fraction largest = null;
        int means = 0;
        for (int end = SPAN; end <= hours.size(); end++) {
            Fraction mean = mean(hours.subList(end - SPAN, end));
            if (mean != null) {
                means++;
                largest = largest == null || mean.compareTo(largest) > 0 ? mean : largest;
            }
        }
        if (largest == null || means >= MEANS_NEEDED) {
            return largest;
        }
        return Concentration.published(AirItem.O3, largest).compareTo(LIMIT) > 0 ? largest : null;
    }

    private static @Nullable Fraction mean(List<Map<AirItem, BigDecimal>> span) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (Map<AirItem, BigDecimal> hour : span) {
            BigDecimal value = hour.get(AirItem.O3);
            if (value != null) {
                sum = sum.add(value);
                count++;
            }
        }
        return count < HOURS_NEEDED ? null : Fraction.mean(sum, count);
    }
}
