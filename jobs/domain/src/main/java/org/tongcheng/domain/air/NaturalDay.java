package org.tongcheng.domain.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongcheng.domain.time.BusinessTime;

/** The hours of a business day: those labelled 01:00 to 24:00, the last being the next day's 00:00. */
public final class NaturalDay {

    private NaturalDay() {}

    /** Labels (epoch milliseconds of the END of each hour) in order. */
    public static List<Long> labels(BusinessTime time, LocalDate day) {
        List<Long> labels = new ArrayList<>(24);
        long end = time.startOf(day.plusDays(1));
        for (long label = time.startOf(day) + BusinessTime.HOUR; label <= end; label += BusinessTime.HOUR) {
            labels.add(label);
        }
        return labels;
    }
}
