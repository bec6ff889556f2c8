package org.tongcheng.local.feeds;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a station reports at one time.
 *
 * @param values item to number as written, or to null, in the order of writing
 * @param flags item to HJ 212 flag, for items that are not N
 */
record Reading(Map<String, @Nullable String> values, Map<String, String> flags) {

    Reading() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    Reading with(String item, @Nullable String value) {
        Reading changed = new Reading(new LinkedHashMap<>(values), new LinkedHashMap<>(flags));
        changed.values.put(item, value);
        return changed;
    }

    Reading flagged(String item, String flag) {
        Reading changed = new Reading(new LinkedHashMap<>(values), new LinkedHashMap<>(flags));
        changed.flags.put(item, flag);
        return changed;
    }
}
