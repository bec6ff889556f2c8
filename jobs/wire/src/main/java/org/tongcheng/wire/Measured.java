package org.tongcheng.wire;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.RejectionReason;

/** Reads the {@code values} and {@code flags} of an observation, item by item; other names are ignored. */
final class Measured<I extends Enum<I>> {

    /** Longest id of a station or section. */
    static final int LONGEST_SITE = 64;

    private static final String FLAGS = "NFMSDCTB";
    private static final String NORMAL = "N";

    private final Class<I> type;
    private final Function<I, String> wireName;
    /** In the order of the items, in which faults are judged. */
    private final Map<I, Limits> limits;

    Measured(Class<I> type, Function<I, String> wireName, Map<I, Limits> limits) {
        this.type = type;
        this.wireName = wireName;
        this.limits = new EnumMap<>(limits);
    }

    /** What was reported, trailing zeros stripped. */
    Map<I, BigDecimal> values(Members members) throws RejectedException {
        Map<I, BigDecimal> values = new EnumMap<>(type);
        for (Map.Entry<I, Limits> entry : limits.entrySet()) {
            Limits limit = entry.getValue();
            BigDecimal value =
                    members.optionalDecimal(wireName.apply(entry.getKey()), limit.smallest(), limit.largest());
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return values;
    }

    /** The flags other than N. */
    Map<I, String> flags(@Nullable Members members) throws RejectedException {
        Map<I, String> flags = new EnumMap<>(type);
        if (members == null) {
            return flags;
        }
        for (I item : type.getEnumConstants()) {
            String name = wireName.apply(item);
            String flag = members.optionalText(name, 0, Members.UNLIMITED);
            if (flag == null || flag.equals(NORMAL)) {
                continue;
            }
            if (flag.length() != 1 || FLAGS.indexOf(flag.charAt(0)) < 0) {
                throw members.reject(
                        RejectionReason.UNKNOWN_VALUE,
                        name,
                        RejectedException.quote(flag) + " is no data flag of HJ 212");
            }
            flags.put(item, flag);
        }
        return flags;
    }
}
