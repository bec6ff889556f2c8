package org.tongcheng.alerts.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;

/**
 * What all points of one series share.
 *
 * @param tags in the order of the measurement
 */
public record Series(String measurement, Map<String, String> tags) {

    public static Series of(Result point) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : point.tags()) {
            tags.put(tag.name(), tag.value());
        }
        return new Series(point.measurement(), tags);
    }

    /** Reads what {@link Result#series} wrote. */
    public static Series parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        StringBuilder part = new StringBuilder();
        String measurement = null;
        String name = "";
        for (int i = 0; i <= text.length(); i++) {
            char letter = i == text.length() ? ',' : text.charAt(i);
            if (letter == '\\') {
                i++;
                part.append(text.charAt(i));
            } else if (letter == '=') {
                name = part.toString();
                part.setLength(0);
            } else if (letter == ',') {
                if (measurement == null) {
                    measurement = part.toString();
                } else {
                    tags.put(name, part.toString());
                }
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        return new Series(measurement == null ? "" : measurement, tags);
    }

    /** Value of a tag; empty when the series has none. */
    public String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    /** Whether each of these tags has the value that is asked for. */
    public boolean matches(Map<String, String> filter) {
        return filter.entrySet().stream().allMatch(wanted -> wanted.getValue().equals(tags.get(wanted.getKey())));
    }
}
