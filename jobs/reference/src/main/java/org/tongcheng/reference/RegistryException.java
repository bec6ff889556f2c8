package org.tongcheng.reference;

import java.util.regex.Pattern;

/**
 * The registry cannot be used. The message is one line for the person who keeps it and starts with the place:
 * {@code stops.csv:17:24 city_code 510199 is not in cities.csv}. Lines and columns count from 1, in characters.
 */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final int line;
    private final int column;
    private final String problem;

    RegistryException(String message) {
        this(message, 1, 1, message);
    }

    private RegistryException(String message, int line, int column, String problem) {
        super(message);
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    static RegistryException at(String file, int line, int column, String problem) {
        String told = oneLine(problem);
        return new RegistryException(file + ":" + line + ":" + column + " " + told, line, column, told);
    }

    /** What parsers quote from a file may hold line breaks: taken out, so that the message stays one line. */
    static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The message without the place. */
    String problem() {
        return problem;
    }
}
