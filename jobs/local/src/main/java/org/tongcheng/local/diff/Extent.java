package org.tongcheng.local.diff;

import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.result.Measurement;

/** The part of the results that two sides are compared on. */
interface Extent {

    /** Where a point lies. */
    enum Place {
        INSIDE,
        /** Its window is covered in part only, so nothing can be said of its values. */
        PARTIAL,
        OUTSIDE
    }

    /** Everything. */
    static Extent all() {
        return new Times(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether nothing is left out. */
    default boolean isAll() {
        return earliest() == Long.MIN_VALUE && latest() == Long.MAX_VALUE;
    }

    /** @param time of the point, epoch milliseconds */
    Place of(String measurement, long time);

    /** The first moment that is compared, as people say it; epoch milliseconds. */
    default long begin() {
        return earliest();
    }

    /** The first moment that is not compared any more, as people say it; epoch milliseconds. */
    default long end() {
        return latest();
    }

    /** No point before it is inside or partial; epoch milliseconds. */
    long earliest();

    /** No point from it on is inside or partial; epoch milliseconds. */
    long latest();

    /** Whether an alert's change is within it, end included: of hours whose time is their end the last one is told there. */
    default boolean reaches(long at) {
        return at <= latest();
    }

    /**
     * Judged by the time of the point alone.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record Times(long from, long to) implements Extent {

        @Override
        public Place of(String measurement, long time) {
            return time >= from && time < to ? Place.INSIDE : Place.OUTSIDE;
        }

        @Override
        public long earliest() {
            return from;
        }

        @Override
        public long latest() {
            return to;
        }
    }

    /** Judged by the window of the point, for the results of a replay. */
    record Covered(Coverage coverage) implements Extent {

        @Override
        public Place of(String measurement, long time) {
            if (measurement.equals(Scope.ALERTS)) {
                return time >= coverage.from() && time < coverage.to() ? Place.INSIDE : Place.OUTSIDE;
            }
            return switch (coverage.of(Measurement.ofWireName(measurement), time)) {
                case COMPLETE -> Place.INSIDE;
                case PARTIAL -> Place.PARTIAL;
                case OUTSIDE -> Place.OUTSIDE;
            };
        }

        @Override
        public long begin() {
            return coverage.from();
        }

        @Override
        public long end() {
            return coverage.to();
        }

        @Override
        public long earliest() {
            return coverage.earliest();
        }

        @Override
        public long latest() {
            return coverage.latest();
        }

        @Override
        public boolean reaches(long at) {
            return at < coverage.to();
        }
    }
}
