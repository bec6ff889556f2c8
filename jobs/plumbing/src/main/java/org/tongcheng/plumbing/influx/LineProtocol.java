package org.tongcheng.plumbing.influx;

import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;

/**
 * Results in InfluxDB's line protocol, with milliseconds. Integers carry their {@code i}; decimals never do, so that a
 * field keeps one type whatever its value.
 */
final class LineProtocol {

    private LineProtocol() {}

    static String of(Result result) {
        StringBuilder line = new StringBuilder(256);
        escape(line, result.measurement(), ", ");
        for (Tag tag : result.tags()) {
            // A tag with an empty value cannot be written; its absence means the same to InfluxDB.
            if (!tag.value().isEmpty()) {
                line.append(',');
                escape(line, tag.name(), ",= ");
                line.append('=');
                escape(line, tag.value(), ",= ");
                if (tag.value().endsWith("\\")) {
                    line.append("\\ "); // or it would escape what follows the tag
                }
            }
        }
        line.append(" revision=").append(result.revision()).append('i');
        for (Field field : result.fields()) {
            line.append(',');
            escape(line, field.name(), ",= ");
            line.append('=');
            value(line, field);
        }
        return line.append(' ').append(result.time()).toString();
    }

    private static void value(StringBuilder line, Field field) {
        switch (field.kind()) {
            case INTEGER -> line.append(field.value()).append('i');
            case DECIMAL, BOOLEAN -> line.append(field.value());
            case TEXT -> {
                line.append('"');
                escape(line, field.value(), "\"\\");
                line.append('"');
            }
        }
    }

    /** A line break ends a point, wherever it stands: a blank takes its place. */
    private static void escape(StringBuilder line, String text, String special) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i) == '\n' || text.charAt(i) == '\r' ? ' ' : text.charAt(i);
            if (special.indexOf(letter) >= 0) {
                line.append('\\');
            }
            line.append(letter);
        }
    }
}
