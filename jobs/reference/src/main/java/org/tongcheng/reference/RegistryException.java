package org.tongcheng.reference;

import java.util.regex.Pattern;

/**
 * The registry cannot be used. The message is one line for the person who keeps it and starts with the place:
 * {@code stops.csv:17:24 city_code 510199 is not in cities.csv}. Lines and columns count from 1, in characters.
 */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    RegistryException(String message) {
        super(message);
    }

    /** What parsers quote from a file may hold line breaks: taken out, so that the message stays one line. */
    static RegistryException at(String file, int line, int column, String problem) {
        return new RegistryException(file + ":" + line + ":" + column + " "
                + CONTROLS.matcher(problem).replaceAll(" "));
    }
}
