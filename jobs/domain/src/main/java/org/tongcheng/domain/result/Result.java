package org.tongcheng.domain.result;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One point of a measurement: the envelope of every result. Measurement, tags and time are its identity; a later
 * revision replaces the point whole.
 *
 * @param measurement name as in {@link Measurement}
 * @param tags in the order of the measurement
 * @param time epoch milliseconds
 * @param revision 0 at first, one more each time the point is issued again
 * @param fields in the order of the measurement, then perhaps {@link Field#PARTIAL}; a field without a value is left out
 */
public record Result(String measurement, List<Tag> tags, long time, int revision, List<Field> fields)
        implements Serializable {

    /** Value of a tag. @throws IllegalArgumentException when the point has no such tag */
    public String tag(String name) {
        for (Tag tag : tags) {
            if (tag.name().equals(name)) {
                return tag.value();
            }
        }
        throw new IllegalArgumentException(measurement + " has no tag " + name);
    }

    /** Value of a field as written, null when it has none. */
    public @Nullable String field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }

    /**
     * Measurement and tags as one text, such as {@code air_city_1h,city_code=510100}: the Kafka key. Commas, equals
     * signs, blanks and backslashes in values are escaped, so that two series never share a text.
     */
    public String series() {
        StringBuilder series = new StringBuilder(measurement);
        for (Tag tag : tags) {
            series.append(',').append(tag.name()).append('=');
            for (int i = 0; i < tag.value().length(); i++) {
                char letter = tag.value().charAt(i);
                if (letter == ',' || letter == '=' || letter == ' ' || letter == '\\') {
                    series.append('\\');
                }
                series.append(letter);
            }
        }
        return series.toString();
    }

    public Result withRevision(int newRevision) {
        return new Result(measurement, tags, time, newRevision, fields);
    }
}
