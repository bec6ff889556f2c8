package org.tongcheng.domain.result;

import java.io.Serializable;

/**
 * One value of a point.
 *
 * @param value the value's one plain spelling: {@code 53}, {@code 2.35}, {@code pm10}, {@code true}
 */
public record Field(String name, FieldKind kind, String value) implements Serializable {

    /**
     * Marks a point of a window that a replay has read in part only, as {@link Coverage} tells. It is no field of any one
     * measurement, and comes behind those of its own.
     */
    public static final Field PARTIAL = new Field("partial", FieldKind.BOOLEAN, "true");
}
