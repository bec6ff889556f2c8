package org.tongcheng.local.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Tells two runs apart: only what differs, so that the one line among thousands is seen. */
final class Differences {

    private Differences() {}

    static <T> List<String> between(Map<String, T> undisturbed, Map<String, T> disturbed) {
        TreeSet<String> all = new TreeSet<>(undisturbed.keySet());
        all.addAll(disturbed.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : all) {
            T expected = undisturbed.get(key);
            T found = disturbed.get(key);
            if (expected instanceof List<?> rows && found instanceof List<?> others) {
                rows(key, rows, others, differences);
            } else if (!Objects.equals(expected, found)) {
                differences.add(key + ": " + expected + " undisturbed, " + found + " disturbed");
            }
        }
        return differences;
    }

    private static void rows(String key, List<?> expected, List<?> found, List<String> differences) {
        for (int row = 0; row < Math.max(expected.size(), found.size()); row++) {
            Object one = row < expected.size() ? expected.get(row) : null;
            Object other = row < found.size() ? found.get(row) : null;
            if (!Objects.equals(one, other)) {
                differences.add(key + ", row " + row + ": " + one + " undisturbed, " + other + " disturbed");
            }
        }
    }
}
