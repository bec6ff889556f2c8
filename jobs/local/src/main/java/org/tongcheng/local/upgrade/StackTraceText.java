package org.tongcheng.local.upgrade;

import java.util.List;

/** A stack trace that came as text. */
final class StackTraceText {

    private static final String CAUSE = "Caused by: ";
    private static final String OURS = "org.tongcheng.";

    private StackTraceText() {}

    /** The innermost cause in one line; what the project's own exceptions say needs no name of a class before it. */
    static String reason(String stackTrace) {
        List<String> lines = stackTrace
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String reason = lines.isEmpty() ? "no reason given" : lines.get(0);
        for (String line : lines) {
            if (line.startsWith(CAUSE)) {
                reason = line.substring(CAUSE.length());
            }
        }
        int name = reason.indexOf(": ");
        return reason.startsWith(OURS) && name > 0 ? reason.substring(name + 2) : reason;
    }
}
