package org.tongcheng.transit.operator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a part in memory. Mutable, so that a look-up needs no new object; what is stored is a copy. */
final class PartKey {

    String first = "";
    private @Nullable String second;
    int number;
    long start;

    PartKey set(String newFirst, @Nullable String newSecond, int newNumber, long newStart) {
        first = newFirst;
        second = newSecond;
        number = newNumber;
        start = newStart;
        return this;
    }

    PartKey copy() {
        return new PartKey().set(first, second, number, start);
    }

    String second() {
        return Objects.requireNonNull(second, "the key has one name");
    }

    String[] names() {
        return second == null ? new String[] {first} : new String[] {first, second};
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartKey that
                && start == that.start
                && number == that.number
                && first.equals(that.first)
                && Objects.equals(second, that.second);
    }

    @Override
    public int hashCode() {
        int names = first.hashCode() * 31 + (second == null ? 0 : second.hashCode());
        return (names * 31 + number) * 31 + Long.hashCode(start / 1000);
    }
}
