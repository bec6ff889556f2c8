package org.tongcheng.local.diff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.diff.Difference.Kind;

/** Merges two sorted streams of points at a time and counts how they differ; holds the first differences and no more. */
final class Comparison {

    private static final byte[] BEGINNING = "{\"measurement\":\"".getBytes(US_ASCII);
    private static final byte[] PARTIAL = ("\"" + Point.PARTIAL + "\":").getBytes(US_ASCII);

    private final Scope scope;
    private final Tolerance tolerance;
    private final int shown;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    /** @param shown how many differences to keep */
    Comparison(Scope scope, Tolerance tolerance, int shown) {
        this.scope = scope;
        this.tolerance = tolerance;
        this.shown = shown;
    }

    /** Counts by measurement. */
    Map<String, Tally> tallies() {
        return tallies;
    }

    /** The first ones. */
    List<Difference> differences() {
        return differences;
    }

    boolean equal() {
        return tallies.values().stream().allMatch(Tally::equal);
    }

    void compare(PointStream a, PointStream b) {
        for (byte[] one = a.line(), other = b.line(); one != null || other != null; one = a.line(), other = b.line()) {
            if (one != null && other != null && Arrays.equals(one, other)) {
                if (!countUnread(one)) {
                    judge(a.point(), a.point());
                }
                a.advance();
                b.advance();
                continue;
            }
            int order = one == null ? 1 : other == null ? -1 : a.point().compareTo(b.point());
            judge(order <= 0 ? a.point() : null, order >= 0 ? b.point() : null);
            if (order <= 0) {
                a.advance();
            }
            if (order >= 0) {
                b.advance();
            }
        }
    }

    /** Lines that are equal need no reading, unless what they say decides whether they count. */
    private boolean countUnread(byte[] line) {
        if (!at(line, 0, BEGINNING) || contains(line, PARTIAL)) {
            return false;
        }
        int end = BEGINNING.length;
        while (end < line.length && line[end] != '"') {
            end++;
        }
        String measurement = new String(line, BEGINNING.length, end - BEGINNING.length, UTF_8);
        if (!scope.hasAll(measurement) || Point.canComeUndone(measurement)) {
            return false;
        }
        tally(measurement).count(true, true);
        return true;
    }

    private void judge(@Nullable Point inA, @Nullable Point inB) {
        Point a = inA == null || inA.undone() ? null : inA;
        Point b = inB == null || inB.undone() ? null : inB;
        Point any = a == null ? b : a;
        if (any == null) {
            return;
        }
        Extent.Place place = scope.of(any);
        if (place == Extent.Place.OUTSIDE) {
            return;
        }
        Tally tally = tally(any.measurement());
        tally.count(a != null, b != null);
        if (place == Extent.Place.PARTIAL || (a != null && a.partial()) || (b != null && b.partial())) {
            tally.countPartial();
        } else if (b == null) {
            tally.countOnlyInA();
            keep(new Difference(Kind.ONLY_IN_A, any, "", null, null));
        } else if (a == null) {
            tally.countOnlyInB();
            keep(new Difference(Kind.ONLY_IN_B, any, "", null, null));
        } else if (fieldsDiffer(a, b)) {
            tally.countDifferent();
        }
    }

    private boolean fieldsDiffer(Point a, Point b) {
        Set<String> names = new LinkedHashSet<>(a.fields().keySet());
        names.addAll(b.fields().keySet());
        boolean differ = false;
        for (String name : names) {
            Value one = a.fields().get(name);
            Value other = b.fields().get(name);
            if (!Value.same(one, other, tolerance.of(name))) {
                differ = true;
                keep(new Difference(Kind.FIELD, a, name, one, other));
            }
        }
        return differ;
    }

    private void keep(Difference difference) {
        if (differences.size() < shown) {
            differences.add(difference);
        }
    }

    private Tally tally(String measurement) {
        return tallies.computeIfAbsent(measurement, name -> new Tally());
    }

    private static boolean contains(byte[] line, byte[] text) {
        for (int i = line.length - text.length; i >= 0; i--) {
            if (line[i] == text[0] && at(line, i, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(byte[] line, int from, byte[] text) {
        return from + text.length <= line.length && Arrays.equals(line, from, from + text.length, text, 0, text.length);
    }
}
