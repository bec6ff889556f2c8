package org.tongcheng.local.diff;

import org.jspecify.annotations.Nullable;

/**
 * One field in which the sides differ, or a point that one of them lacks.
 *
 * @param point of the side that has it, A's where both do
 * @param field empty for a whole point
 * @param a null where A has no such field
 * @param b null where B has no such field
 */
record Difference(
        Kind kind,
        Point point,
        String field,
        @Nullable Value a,
        @Nullable Value b) {

    /** What is wrong. */
    enum Kind {
        ONLY_IN_A,
        ONLY_IN_B,
        FIELD
    }
}
